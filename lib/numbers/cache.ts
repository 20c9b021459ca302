import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '#lib/client/fetch-json.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { toNumbersParams } from '#lib/numbers/search-params.ts';
import type { HostsPage, HostUrls, ListView, NumbersPage } from '#lib/numbers/view.ts';
import { paths } from '#lib/paths.ts';

/** How often the open board looks for changes, in ms, and how often while the provider's list is being read. */
const watchEveryMs = 10_000;
const readingEveryMs = 700;

const keys = {
  all: ['numbers'] as const,
  page: (query: string) => ['numbers', 'page', query] as const,
  hosts: (query: string) => ['numbers', 'hosts', query] as const,
  urls: (host: string, query: string) => ['numbers', 'urls', host, query] as const,
  lists: ['numbers', 'lists'] as const,
};

/** Everything about numbers, for whoever has just changed something: `invalidateQueries({ queryKey: numbersKey })`. */
export const numbersKey = keys.all;

const address = (path: string, query: string): string => (query ? `${path}?${query}` : path);

/** The search without what only says how it is shown. */
const queryOf = ({ group: _group, ...search }: NumbersSearch): string => toNumbersParams(search).toString();

/** Without the page as well: hosts are counted over everything that matches. */
const filterOf = ({ size: _size, after: _after, before: _before, ...search }: NumbersSearch): string =>
  queryOf(search);

/** One page of the board. */
export function numbersPage(search: NumbersSearch) {
  const query = queryOf(search);
  return queryOptions({
    queryKey: keys.page(query),
    queryFn: ({ signal }) => fetchJson<NumbersPage>(address(paths.api.numbers, query), signal),
    placeholderData: keepPreviousData,
    refetchInterval: watchEveryMs,
  });
}

/** The hosts of a search. */
export function numberHosts(search: NumbersSearch) {
  const query = filterOf(search);
  return queryOptions({
    queryKey: keys.hosts(query),
    queryFn: ({ signal }) => fetchJson<HostsPage>(address(paths.api.numberHosts, query), signal),
    placeholderData: keepPreviousData,
  });
}

/** The URLs of one host of a search. */
export function hostUrls(host: string, search: NumbersSearch) {
  const query = filterOf(search);
  return queryOptions({
    queryKey: keys.urls(host, query),
    queryFn: ({ signal }) =>
      fetchJson<HostUrls>(`${paths.api.hostUrls}?${new URLSearchParams({ of: host })}&${query}`, signal),
  });
}

/** How the provider's lists stand; looks often while one is being read. */
export const numberLists = () =>
  queryOptions({
    queryKey: keys.lists,
    queryFn: ({ signal }) => fetchJson<ListView[]>(paths.api.numberLists, signal),
    refetchInterval: ({ state }) =>
      state.data?.some(({ reading }) => reading !== null) ? readingEveryMs : watchEveryMs * 3,
  });
