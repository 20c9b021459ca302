'use client';

import { historyHref } from '#components/history/history-href.ts';
import { useAddressQuery } from '#components/shell/use-address-query.ts';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/bindings/search-params.ts';

/** What the address of history asks for, and how to ask for something else. */
export function useHistorySearch() {
  const { asked, go } = useAddressQuery();
  const ask = (next: HistorySearch, change: (href: string) => void) =>
    go(toSearchParams(next).toString(), () => change(historyHref(next)));
  return {
    ...parseHistorySearch(new URLSearchParams(asked)),
    /** For choosing: Back undoes it. */
    push: (next: HistorySearch) => ask(next, (href) => window.history.pushState(null, '', href)),
    /** For typing and for leaving a drawer that the address itself had opened. */
    replace: (next: HistorySearch) => ask(next, (href) => window.history.replaceState(null, '', href)),
  };
}
