import type { Metadata } from 'next';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { ClosedDoor } from '#components/sign-in/closed-door.tsx';
import { SetUpSteps } from '#components/sign-in/set-up-steps.tsx';
import { SetupDoor } from '#components/sign-in/setup-door.tsx';
import { SignInHead } from '#components/sign-in/sign-in-head.tsx';
import { SignInLayout } from '#components/sign-in/sign-in-layout.tsx';
import { findViewer } from '#lib/auth/access.ts';
import { passwordLimits } from '#lib/auth/limits.ts';
import { hasAdmin } from '#lib/auth/setup.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { paths } from '#lib/paths.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'signIn')('setup.title') };
}

/** The token stands behind the # of the address, which this server does not see: the browser sends it. */
export default async function SetupPage() {
  const [viewer, locale, context] = await Promise.all([findViewer(), requestLocale(), getContext()]);
  const t = getTranslator(locale, 'signIn');
  const closed = (
    <>
      <SignInHead title={t('setup.closedTitle')} />
      <ClosedDoor
        text={t('setup.closedText')}
        action={
          viewer
            ? { href: paths.home, label: t('goToConsole') }
            : { href: paths.signIn(), label: t('goToSignIn') }
        }
      />
    </>
  );
  if (await hasAdmin(context.db)) return <SignInLayout>{closed}</SignInLayout>;
  const expired = (
    <>
      <SignInHead title={t('setup.expiredTitle')} />
      <SetUpSteps t={t} why={t('setup.expiredText')} reloadHref={paths.signIn()} />
    </>
  );
  const needsApp = (await context.apps()).length === 0;
  return (
    <SignInLayout wide>
      <MoreMessages locale={locale} messages={messagesFor(locale, ['signIn'])}>
        <SetupDoor needsApp={needsApp} minimum={passwordLimits.min} expired={expired} closed={closed} />
      </MoreMessages>
    </SignInLayout>
  );
}
