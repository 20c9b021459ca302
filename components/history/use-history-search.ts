'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { historyHref } from '#components/history/history-href.ts';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/bindings/search-params.ts';

const longestWaitMs = 2000;

/**
 * What the address asks for, and how to ask for something else. The address is changed without a trip to the server:
 * the rows come from the query cache, so rendering the page again would fetch them twice.
 *
 * `whenEmpty` stands for an address without any parameter, for who has chosen a view that history opens with: loading
 * an empty address would show that view.
 */
export function useHistorySearch(whenEmpty: HistorySearch) {
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

  // Going back before the router has caught up leaves it where it was: it then never shows what was asked for.
  const waits = underWay.length > 0;
  useEffect(() => {
    if (!waits) return;
    const forget = () => setUnderWay([]);
    const timer = window.setTimeout(forget, longestWaitMs);
    window.addEventListener('popstate', forget);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('popstate', forget);
    };
  }, [waits]);

  const asked = underWay.at(-1) ?? shown;
  const go = (next: HistorySearch, change: (href: string) => void) => {
    const target = toSearchParams(next).toString() === '' ? whenEmpty : next;
    const query = toSearchParams(target).toString();
    if (query !== asked) setUnderWay([...underWay, query]);
    change(historyHref(target));
  };
  return {
    ...parseHistorySearch(new URLSearchParams(asked)),
    /** For choosing: Back undoes it. */
    push: (next: HistorySearch) => go(next, (href) => window.history.pushState(null, '', href)),
    /** For typing and for leaving a drawer that the address itself had opened. */
    replace: (next: HistorySearch) => go(next, (href) => window.history.replaceState(null, '', href)),
  };
}
