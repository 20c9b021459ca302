import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { HistorySearch } from '#lib/bind-number/schema.ts';
import type {
  BindingDetailView,
  ChartView,
  FacetsView,
  HistoryPage,
  KnownAmongView,
  KnownNumberView,
  NumberFacts,
  RestoreView,
  Suggestions,
} from '#lib/bindings/view.ts';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { toSearchParams } from '#lib/history/search-params.ts';
import { paths } from '#lib/paths.ts';

/** How often an open first page of history looks for new results, in ms: two looks fit the promised two seconds. */
const watchEveryMs = 1_000;
/** How often an open chart looks again, in ms: it counts far more rows than a page shows. */
const chartEveryMs = 15_000;

/** How often an open entry looks whether its number is settled, in ms. */
const settleEveryMs = 5_000;

const keys = {
  all: ['bindings'] as const,
  history: (query: string) => ['bindings', 'history', query] as const,
  facets: (query: string) => ['bindings', 'facets', query] as const,
  chart: (query: string) => ['bindings', 'chart', query] as const,
  binding: (id: string) => ['bindings', 'binding', id] as const,
  restore: (id: string) => ['bindings', 'restore', id] as const,
  suggestions: ['bindings', 'suggestions'] as const,
  fitting: (appId: string, typed: string) => ['bindings', 'fitting', appId, typed] as const,
  knownAmong: (appId: string, numbers: readonly string[]) =>
    ['bindings', 'knownAmong', appId, ...numbers] as const,
  facts: (appId: string, number: string) => ['bindings', 'facts', appId, number] as const,
};

/** Everything about bindings, for whoever has just changed one: `invalidateQueries({ queryKey: bindingsKey })`. */
export const bindingsKey = keys.all;

/** One page of history. The open entry and the view's name are no part of the rows; the newest page keeps watching while it is visible. */
export function historyPage(search: HistorySearch) {
  const { entry: _entry, view: _view, ...rows } = search;
  const query = toSearchParams(rows).toString();
  const isNewest = rows.after === undefined && rows.before === undefined;
  return queryOptions({
    queryKey: keys.history(query),
    queryFn: ({ signal }) =>
      fetchJson<HistoryPage>(query ? `${paths.api.bindings}?${query}` : paths.api.bindings, signal),
    placeholderData: keepPreviousData,
    refetchInterval: isNewest ? watchEveryMs : false,
  });
}

/** Values to filter by and how often each occurs, within the other filters. */
export function facets(search: HistorySearch) {
  const query = toSearchParams(filtersOf(search)).toString();
  return queryOptions({
    queryKey: keys.facets(query),
    queryFn: ({ signal }) => fetchJson<FacetsView>(`${paths.api.facets}?${query}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

/** Outcomes over time. A new row may wait a little before it shows. */
export function chart(search: HistorySearch, zone: string) {
  const params = toSearchParams(filtersOf(search));
  params.set('zone', zone);
  return queryOptions({
    queryKey: keys.chart(params.toString()),
    queryFn: ({ signal }) => fetchJson<ChartView>(`${paths.api.chart}?${params}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: chartEveryMs,
  });
}

/** What decides which rows there are, without their order and the page. */
function filtersOf(search: HistorySearch): HistorySearch {
  const {
    sort: _sort,
    order: _order,
    size: _size,
    after: _a,
    before: _b,
    entry: _e,
    view: _v,
    ...rest
  } = search;
  return rest;
}

/** One binding with its attempts; looks again while it is being sent or is not settled. */
export const binding = (id: string) =>
  queryOptions({
    queryKey: keys.binding(id),
    queryFn: ({ signal }) => fetchJson<BindingDetailView>(paths.api.binding(id), signal),
    refetchInterval: ({ state: { data } }) =>
      isOpen(data) ? watchEveryMs : isUnsettled(data) ? settleEveryMs : false,
  });

const isOpen = (detail: BindingDetailView | undefined): boolean =>
  detail !== undefined && (detail.state === 'sending' || detail.state === 'queued');

const isUnsettled = (detail: BindingDetailView | undefined): boolean =>
  detail !== undefined && detail.unsettled !== null && detail.unsettled.step !== 'leave';

/** What is known of a number. Never taken from the cache: it decides what the dialog says is being replaced. */
export const numberFacts = (appId: string, number: string) =>
  queryOptions({
    queryKey: keys.facts(appId, number),
    queryFn: ({ signal }) =>
      fetchJson<NumberFacts>(
        `${paths.api.numberFacts}?${new URLSearchParams({ app: appId, number })}`,
        signal,
      ),
    staleTime: 0,
    gcTime: 0,
  });

/** What putting a binding's URL back would do. Never taken from the cache, for the same reason. */
export const restore = (id: string) =>
  queryOptions({
    queryKey: keys.restore(id),
    queryFn: ({ signal }) => fetchJson<RestoreView>(paths.api.restore(id), signal),
    staleTime: 0,
    gcTime: 0,
  });

/** What the bind form offers to pick. Changes with every binding, so it is never taken from the cache. */
export const suggestions = () =>
  queryOptions({
    queryKey: keys.suggestions,
    queryFn: ({ signal }) => fetchJson<Suggestions>(paths.api.suggestions, signal),
    staleTime: 0,
  });

/** Which possible sent forms of a typed number an app already has. Asks again after a binding has changed. */
export const knownAmong = (appId: string, numbers: readonly string[]) =>
  queryOptions({
    queryKey: keys.knownAmong(appId, numbers),
    queryFn: ({ signal }) => {
      const params = new URLSearchParams({ app: appId });
      for (const number of numbers) params.append('number', number);
      return fetchJson<KnownAmongView>(`${paths.api.knownAmong}?${params}`, signal);
    },
    staleTime: 30_000,
    retry: false,
  });

/** Known numbers of an app that hold what is typed, where it has more than `suggestions` brings. */
export const fittingNumbers = (appId: string, typed: string) =>
  queryOptions({
    queryKey: keys.fitting(appId, typed),
    queryFn: ({ signal }) =>
      fetchJson<KnownNumberView[]>(
        `${paths.api.fittingNumbers}?${new URLSearchParams({ app: appId, number: typed })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
