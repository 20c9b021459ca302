import type { HistorySearch } from '#lib/history/schema.ts';
import { toSearchParams } from '#lib/history/search-params.ts';
import { paths } from '#lib/paths.ts';

/** The address of history showing this search. */
export function historyHref(search: HistorySearch): string {
  const query = toSearchParams(search).toString();
  return query ? `${paths.history}?${query}` : paths.history;
}
