'use client';

import { useAddressQuery } from '#components/data-table/use-address-query.ts';
import { historyHref } from '#lib/history/href.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/history/search-params.ts';

/**
 * What the address of history asks for, and how to ask for something else. `whenEmpty` stands for an address without
 * any parameter, for who has chosen a view that history opens with: loading an empty address would show that view.
 */
export function useHistorySearch(whenEmpty: HistorySearch) {
  const { asked, go } = useAddressQuery();
  const ask = (next: HistorySearch, change: (href: string) => void) => {
    const target = toSearchParams(next).toString() === '' ? whenEmpty : next;
    go(toSearchParams(target).toString(), () => change(historyHref(target)));
  };
  return {
    ...parseHistorySearch(new URLSearchParams(asked)),
    /** For choosing: Back undoes it. */
    push: (next: HistorySearch) => ask(next, (href) => window.history.pushState(null, '', href)),
    /** For typing and for leaving a drawer that the address itself had opened. */
    replace: (next: HistorySearch) => ask(next, (href) => window.history.replaceState(null, '', href)),
  };
}
