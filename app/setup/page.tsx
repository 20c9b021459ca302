import type { Metadata } from 'next';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { ClosedDoor } from '#components/sign-in/closed-door.tsx';
import { EntrancePage } from '#components/sign-in/entrance-page.tsx';
import { SetupForm } from '#components/sign-in/setup-form.tsx';
import { passwordLimits } from '#lib/auth/limits.ts';
import { canSetUp, hasAdmin } from '#lib/auth/setup.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

type Search = Promise<{ token?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'signIn')('setup.title') };
}

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  const [search, locale, context] = await Promise.all([searchParams, requestLocale(), getContext()]);
  const t = getTranslator(locale, 'signIn');
  const token = String(search.token ?? '');
  if (!(await canSetUp(context.db, token))) {
    const why = (await hasAdmin(context.db)) ? 'closed' : 'expired';
    return (
      <EntrancePage title={t(`setup.${why}Title`)}>
        <ClosedDoor text={t(`setup.${why}Text`)} action={t('goToSignIn')} />
      </EntrancePage>
    );
  }
  const needsApp = (await context.apps()).length === 0;
  return (
    <EntrancePage title={t('setup.title')} lead={t('setup.lead')} wide>
      <MoreMessages locale={locale} messages={messagesFor(locale, ['signIn'])}>
        <SetupForm token={token} needsApp={needsApp} minimum={passwordLimits.min} />
      </MoreMessages>
    </EntrancePage>
  );
}
