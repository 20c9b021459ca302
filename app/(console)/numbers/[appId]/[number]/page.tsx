import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { RestoreProvider } from '#components/review/restore-provider.tsx';
import { PacedPage } from '#components/shell/paced-page.tsx';
import { NumberPage } from '#components/timeline/number-page.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';
import { formatNumber } from '#lib/domain/numbers/phone-number-format.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import type { Context } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { binding } from '#lib/history/cache.ts';
import { getBinding } from '#lib/history/service.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import type { Namespace } from '#lib/i18n/messages/en.ts';
import { paths } from '#lib/paths.ts';
import { moment, timeline } from '#lib/timeline/cache.ts';
import { parseNumberSearch } from '#lib/timeline/search-params.ts';
import { getMoment, listTimeline } from '#lib/timeline/service.ts';

type Query = Record<string, string | string[] | undefined>;
type Key = { appId: string; number: string };
type Props = { params: Promise<Key>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params;
  const title = getTranslator(await requestLocale(), 'number')('title');
  return { title: /^[0-9]{2,20}$/.test(number) ? `${title} ${formatNumber(number)}` : title };
}

export default async function OneNumberPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'bindings.read');
  const [locale, context, key, query] = await Promise.all([
    requestLocale(),
    getContext(),
    params,
    searchParams,
  ]);
  const { search } = parseNumberSearch(toUrlSearchParams(query));
  const page = await listTimeline(context, viewer, { ...key, after: null });
  if (!page.ok && page.problem.code === 'reading_paced')
    return (
      <PacedPage
        problem={page.problem}
        href={paths.number(key.appId, key.number)}
        t={getTranslator(locale, 'shell')}
      />
    );
  if (!page.ok) notFound();
  const mayBind = can(viewer, 'bindings.create');
  const namespaces: Namespace[] = [
    'number',
    'history',
    'provider',
    'restore',
    ...(mayBind ? ['bind' as const] : []),
  ];
  const client = makeQueryClient();
  client.setQueryData(timeline(key).queryKey, { pages: [page.value], pageParams: [null] });
  const [foreign] = await Promise.all([
    fillComparison(search.compare, { context, viewer, key, client }),
    fillMoment(search.at, { context, viewer, key, client }),
  ]);
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, namespaces)}>
      <HydrationBoundary state={dehydrate(client)}>
        <RestoreProvider mayBind={mayBind}>
          <NumberPage {...key} mayBind={mayBind} foreign={foreign} />
        </RestoreProvider>
      </HydrationBoundary>
    </MoreMessages>
  );
}

// What the address asks for besides the timeline, so that a shared link shows it with the first picture.

type Filling = { context: Context; viewer: Viewer; key: Key; client: QueryClient };

/** Returns the ids that are no bindings of this number. */
async function fillComparison(ids: string[], { context, viewer, key, client }: Filling): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => getBinding(context, viewer, id)));
  return ids.filter((id, index) => {
    const entry = found[index];
    if (!entry?.ok || entry.value.appId !== key.appId || entry.value.number !== key.number) return true;
    client.setQueryData(binding(id).queryKey, entry.value);
    return false;
  });
}

async function fillMoment(at: string | undefined, { context, viewer, key, client }: Filling): Promise<void> {
  if (at === undefined) return;
  const answer = await getMoment(context, viewer, { ...key, at });
  if (answer.ok) client.setQueryData(moment(key, at).queryKey, answer.value);
}

const toUrlSearchParams = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
