import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { HistoryScreen } from '#components/history/history-screen.tsx';
import { RestoreDesk } from '#components/restore/restore-desk.tsx';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { authorise, requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { binding, historyPage } from '#lib/bindings/cache.ts';
import { parseHistorySearch } from '#lib/bindings/search-params.ts';
import { getBinding, listHistory } from '#lib/bindings/service.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { makeQueryClient } from '#lib/entry/query-client.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import type { Namespace } from '#lib/i18n/messages/en.ts';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'history')('title') };
}

export default async function HistoryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  authorise(viewer, 'bindings.read');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const { search } = parseHistorySearch(toUrlSearchParams(query));
  const [page, entry, apps] = await Promise.all([
    listHistory(context, viewer, search),
    search.entry ? getBinding(context, viewer, search.entry) : null,
    context.apps(),
  ]);
  const mayBind = can(viewer, 'bindings.create');
  const namespaces: Namespace[] = [
    'history',
    'preferences',
    'provider',
    'records',
    'restore',
    ...(mayBind ? ['bind' as const] : []),
  ];
  const client = makeQueryClient();
  if (page.ok) client.setQueryData(historyPage(search).queryKey, page.value);
  if (entry?.ok) client.setQueryData(binding(entry.value.id).queryKey, entry.value);
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, namespaces)}>
      <HydrationBoundary state={dehydrate(client)}>
        <RestoreDesk mayBind={mayBind}>
          <HistoryScreen apps={apps} mayBind={mayBind} />
        </RestoreDesk>
      </HydrationBoundary>
    </MoreMessages>
  );
}

const toUrlSearchParams = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
