import type { Metadata } from 'next';
import { AccountScreen } from '#components/account/account-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { passwordLimits } from '#lib/auth/limits.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { getAccount } from '#lib/people/account.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'account')('title') };
}

export default async function AccountPage() {
  const viewer = await requireViewer();
  const [locale, account] = await Promise.all([requestLocale(), getAccount(await getContext(), viewer)]);
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['account'])}>
      <AccountScreen account={account} minimum={passwordLimits.min} />
    </MoreMessages>
  );
}
