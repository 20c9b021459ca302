import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { NumbersScreen } from '#components/numbers/numbers-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { numberHosts, numberLists, numbersPage } from '#lib/numbers/cache.ts';
import { parseNumbersSearch } from '#lib/numbers/search-params.ts';
import { listHosts, listLists, listNumbers } from '#lib/numbers/service.ts';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'numbers')('title') };
}

export default async function NumbersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'bindings.read');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const { search } = parseNumbersSearch(toUrlSearchParams(query));
  const [page, hosts, lists, apps] = await Promise.all([
    listNumbers(context, viewer, search),
    search.group ? listHosts(context, viewer, search) : null,
    listLists(context, viewer),
    context.knownApps(),
  ]);
  const client = makeQueryClient();
  if (page.ok) client.setQueryData(numbersPage(search).queryKey, page.value);
  if (hosts?.ok) client.setQueryData(numberHosts(search).queryKey, hosts.value);
  if (lists.ok) client.setQueryData(numberLists().queryKey, lists.value);
  return (
    <MoreMessages
      locale={locale}
      messages={messagesFor(locale, ['numbers', 'numberState', 'history', 'provider'])}
    >
      <HydrationBoundary state={dehydrate(client)}>
        <NumbersScreen
          apps={apps}
          mayRefresh={can(viewer, 'numbers.refresh')}
          mayBatch={can(viewer, 'batches.run')}
        />
      </HydrationBoundary>
    </MoreMessages>
  );
}

const toUrlSearchParams = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
