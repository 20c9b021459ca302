import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { bindingsKey } from '#lib/bindings/cache.ts';
import type { BindingDetailView } from '#lib/bindings/view.ts';
import { fetchJson } from '#lib/client/fetch-json.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { toSearchParams } from '#lib/history/search-params.ts';
import type { ChartView, FacetsView, HistoryPage } from '#lib/history/view.ts';
import { paths } from '#lib/paths.ts';

const keys = {
  history: (query: string) => [...bindingsKey, 'history', query] as const,
  facets: (query: string) => [...bindingsKey, 'facets', query] as const,
  chart: (query: string) => [...bindingsKey, 'chart', query] as const,
  binding: (id: string) => [...bindingsKey, 'binding', id] as const,
};

/** How often an open first page of history looks for new results, in ms: two looks fit the promised two seconds. */
const watchEveryMs = 1_000;

/** How often an open chart looks again, in ms: it counts far more rows than a page shows. */
const chartEveryMs = 15_000;

/** How often an open entry looks whether its number is settled, in ms. */
const settleEveryMs = 5_000;

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
