import type { Metadata } from 'next';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { ClosedDoor } from '#components/sign-in/closed-door.tsx';
import { InvitationDoor } from '#components/sign-in/invitation-door.tsx';
import { SetUpSteps } from '#components/sign-in/set-up-steps.tsx';
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
  return { title: getTranslator(await requestLocale(), 'signIn')('newPassword') };
}

/** The token stands behind the # of the address, which this server does not see: the browser sends it. */
export default async function InvitationPage() {
  const [viewer, locale, context] = await Promise.all([findViewer(), requestLocale(), getContext()]);
  const t = getTranslator(locale, 'signIn');
  // Without an admin there is nobody to ask for a new link.
  if (!(await hasAdmin(context.db)))
    return (
      <SignInLayout title={t('notSetUp.title')} wide>
        <SetUpSteps t={t} reloadHref={paths.signIn()} />
      </SignInLayout>
    );
  const expired = (
    <>
      <SignInHead title={t('invitation.expiredTitle')} />
      <ClosedDoor
        text={t(viewer ? 'invitation.expiredSignedIn' : 'invitation.expiredText')}
        action={
          viewer
            ? { href: paths.home, label: t('goToConsole') }
            : { href: paths.signIn(), label: t('goToSignIn') }
        }
      />
    </>
  );
  return (
    <SignInLayout>
      <MoreMessages locale={locale} messages={messagesFor(locale, ['signIn'])}>
        <InvitationDoor minimum={passwordLimits.min} expired={expired} />
      </MoreMessages>
    </SignInLayout>
  );
}
