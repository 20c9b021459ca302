import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { chartCookie } from '#components/chart/chart-cookie.ts';
import { HistoryScreen } from '#components/history/history-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { RestoreProvider } from '#components/review/restore-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { binding, historyPage } from '#lib/history/cache.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';
import { getBinding, listHistory } from '#lib/history/service.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import type { Namespace } from '#lib/i18n/messages/en.ts';
import { paths } from '#lib/paths.ts';
import { views as viewsQuery } from '#lib/views/cache.ts';
import { listViews } from '#lib/views/service.ts';
import { firstQuery } from '#lib/views/view.ts';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'history')('title') };
}

export default async function HistoryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'bindings.read');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const asked = toUrlSearchParams(query);
  const listing = listViews(context, viewer);
  if (asked.size === 0) leadToFirst(await listing);
  const { search } = parseHistorySearch(asked);
  const [views, page, entry, apps] = await Promise.all([
    listing,
    listHistory(context, viewer, search),
    search.entry ? getBinding(context, viewer, search.entry) : null,
    context.knownApps(),
  ]);
  const mayBind = can(viewer, 'bindings.create');
  const namespaces: Namespace[] = [
    'history',
    'preferences',
    'provider',
    'auditLog',
    'restore',
    'views',
    'filters',
    'chart',
    ...(mayBind ? ['bind' as const] : []),
  ];
  const client = makeQueryClient();
  if (views.ok) client.setQueryData(viewsQuery().queryKey, views.value);
  if (page.ok) client.setQueryData(historyPage(search).queryKey, page.value);
  if (entry?.ok) client.setQueryData(binding(entry.value.id).queryKey, entry.value);
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, namespaces)}>
      <HydrationBoundary state={dehydrate(client)}>
        <RestoreProvider mayBind={mayBind}>
          <HistoryScreen
            apps={apps}
            mayBind={mayBind}
            chartShown={(await cookies()).get(chartCookie)?.value !== 'off'}
          />
        </RestoreProvider>
      </HydrationBoundary>
    </MoreMessages>
  );
}

/** Whoever chose a view that history opens with is led to its address: what is shown always stands there. */
function leadToFirst(views: Awaited<ReturnType<typeof listViews>>): void {
  const first = views.ok ? firstQuery(views.value) : null;
  if (first !== null) redirect(`${paths.history}?${first}`);
}

const toUrlSearchParams = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
