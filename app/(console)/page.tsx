import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { OverviewScreen } from '#components/overview/overview-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { QueryProvider } from '#components/providers/query-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { overview } from '#lib/overview/cache.ts';
import { getOverview } from '#lib/overview/service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'overview')('title') };
}

export default async function OverviewPage() {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'bindings.read');
  const [locale, facts] = await Promise.all([requestLocale(), getOverview(await getContext(), viewer)]);
  if (!facts.ok) forbidden();
  const client = makeQueryClient();
  client.setQueryData(overview().queryKey, facts.value);
  const messages = messagesFor(locale, [
    'overview',
    'history',
    'passwordReset',
    'preferences',
    'provider',
    'auditLog',
    'restore',
    'connection',
  ]);
  return (
    <MoreMessages locale={locale} messages={messages}>
      <QueryProvider>
        <HydrationBoundary state={dehydrate(client)}>
          <OverviewScreen
            mayBind={can(viewer, 'bindings.create')}
            mayCheck={can(viewer, 'connection.check')}
            mayAcknowledge={can(viewer, 'safeMode.acknowledge')}
          />
        </HydrationBoundary>
      </QueryProvider>
    </MoreMessages>
  );
}
