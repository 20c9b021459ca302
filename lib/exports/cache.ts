import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '#lib/client/fetch-json.ts';
import type { ExportSearch } from '#lib/exports/schema.ts';
import type { ExportCount, ExportTurn } from '#lib/exports/view.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { toSearchParams } from '#lib/history/search-params.ts';
import { paths } from '#lib/paths.ts';

/** The filters of a search, without its page and its open entry: an export is of all pages. */
export const exportedSearch = ({
  size: _size,
  after: _after,
  before: _before,
  entry: _entry,
  ...search
}: HistorySearch): ExportSearch => search;

/** How many rows an export of this search would have. Never taken from the cache: it is what the question says. */
export function exportCount(search: ExportSearch) {
  const query = toSearchParams(search).toString();
  return queryOptions({
    queryKey: ['exports', 'count', query],
    queryFn: ({ signal }) =>
      fetchJson<ExportCount>(query ? `${paths.api.exports}?${query}` : paths.api.exports, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** How often a waiting export asks for its turn, in ms. */
const askTurnEveryMs = 1_000;

/** Where a recorded export stands that waits for its turn. Asking keeps the place, so it goes on in a hidden tab. */
export const exportTurn = (id: string) =>
  queryOptions({
    queryKey: ['exports', 'turn', id],
    queryFn: ({ signal }) => fetchJson<ExportTurn>(paths.api.exportTurn(id), signal),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: askTurnEveryMs,
    refetchIntervalInBackground: true,
  });
