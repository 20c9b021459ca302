import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { SettingsScreen } from '#components/connection/settings-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { getConnection } from '#lib/connection/service.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { findHomeCountry } from '#lib/entry/home-country.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'connection')('title') };
}

export default async function SettingsPage() {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'connection.read');
  const context = await getContext();
  const [locale, connection, home] = await Promise.all([
    requestLocale(),
    getConnection(context, viewer),
    findHomeCountry(context, viewer),
  ]);
  if (!connection.ok) forbidden();
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['connection', 'provider', 'homeCountry'])}>
      <SettingsScreen
        connection={connection.value}
        home={home}
        may={{
          check: can(viewer, 'connection.check'),
          change: can(viewer, 'connection.change'),
          bind: can(viewer, 'bindings.create'),
        }}
      />
    </MoreMessages>
  );
}
