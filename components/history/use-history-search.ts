'use client';

import { useSearchParams } from 'next/navigation';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/bindings/search-params.ts';
import { paths } from '#lib/paths.ts';

/** The address of history showing this search. */
export function historyHref(search: HistorySearch): string {
  const query = toSearchParams(search).toString();
  return query ? `${paths.history}?${query}` : paths.history;
}

/**
 * What the address asks for, and how to ask for something else. The address is the only copy. It is changed without
 * a trip to the server: the rows come from the query cache, so rendering the page again would fetch them twice.
 */
export function useHistorySearch() {
  const { search, ignored } = parseHistorySearch(new URLSearchParams(useSearchParams()));
  return {
    search,
    ignored,
    /** For choosing: Back undoes it. */
    push: (next: HistorySearch) => window.history.pushState(null, '', historyHref(next)),
    /** For typing and for leaving a drawer that the address itself had opened. */
    replace: (next: HistorySearch) => window.history.replaceState(null, '', historyHref(next)),
  };
}
