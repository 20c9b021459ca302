'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { historyHref } from '#components/history/history-href.ts';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/bindings/search-params.ts';

/**
 * What the address asks for, and how to ask for something else. The address is changed without a trip to the server:
 * the rows come from the query cache, so rendering the page again would fetch them twice.
 */
export function useHistorySearch() {
  const shown = useSearchParams().toString();
  const [seen, setSeen] = useState(shown);
  // The router hands a new address on a moment later. Until then a box that was ticked would look unticked, so what
  // was asked for counts already; any other change of the address came from elsewhere and wins.
  const [underWay, setUnderWay] = useState<string[]>([]);
  if (shown !== seen) {
    setSeen(shown);
    const own = underWay.indexOf(shown);
    setUnderWay(own < 0 ? [] : underWay.slice(own + 1));
  }

  const go = (next: HistorySearch, change: (href: string) => void) => {
    const query = toSearchParams(next).toString();
    if (query !== shown) setUnderWay([...underWay, query]);
    change(historyHref(next));
  };
  return {
    ...parseHistorySearch(new URLSearchParams(underWay.at(-1) ?? shown)),
    /** For choosing: Back undoes it. */
    push: (next: HistorySearch) => go(next, (href) => window.history.pushState(null, '', href)),
    /** For typing and for leaving a drawer that the address itself had opened. */
    replace: (next: HistorySearch) => go(next, (href) => window.history.replaceState(null, '', href)),
  };
}
