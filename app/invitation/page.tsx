import type { Metadata } from 'next';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { ClosedDoor } from '#components/sign-in/closed-door.tsx';
import { EntrancePage } from '#components/sign-in/entrance-page.tsx';
import { InvitationForm } from '#components/sign-in/invitation-form.tsx';
import { passwordLimits } from '#lib/auth/limits.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { findInvitation } from '#lib/people/entrance.ts';

type Search = Promise<{ token?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'signIn')('newPassword') };
}

export default async function InvitationPage({ searchParams }: { searchParams: Search }) {
  const [search, locale, context] = await Promise.all([searchParams, requestLocale(), getContext()]);
  const t = getTranslator(locale, 'signIn');
  const token = String(search.token ?? '');
  const person = await findInvitation(context.db, token);
  if (!person) {
    return (
      <EntrancePage title={t('invitation.expiredTitle')}>
        <ClosedDoor text={t('invitation.expiredText')} action={t('goToSignIn')} />
      </EntrancePage>
    );
  }
  const { name, email } = person;
  return (
    <EntrancePage title={t('invitation.title', { name })} lead={t('invitation.lead', { email })}>
      <MoreMessages locale={locale} messages={messagesFor(locale, ['signIn'])}>
        <InvitationForm token={token} email={email} minimum={passwordLimits.min} />
      </MoreMessages>
    </EntrancePage>
  );
}
