import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { SettingsScreen } from '#components/settings/settings-screen.tsx';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { authorise, requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { getConnection } from '#lib/connection/service.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'settings')('title') };
}

export default async function SettingsPage() {
  const viewer = await requireViewer();
  authorise(viewer, 'settings.read');
  const [locale, connection] = await Promise.all([
    requestLocale(),
    getConnection(await getContext(), viewer),
  ]);
  if (!connection.ok) forbidden();
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['settings', 'provider'])}>
      <SettingsScreen connection={connection.value} mayCheck={can(viewer, 'settings.check')} />
    </MoreMessages>
  );
}
