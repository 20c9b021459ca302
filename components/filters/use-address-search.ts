'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

const longestWaitMs = 2000;

type Grammar<Search> = {
  parse: (params: URLSearchParams) => { search: Search; ignored: string[] };
  /** Equal searches give equal texts. */
  write: (search: Search) => URLSearchParams;
  /** The page whose address it is. */
  path: string;
};

/**
 * What the address asks for, and how to ask for something else. The address is changed without a trip to the server:
 * the rows come from the query cache, so rendering the page again would fetch them twice.
 */
export function useAddressSearch<Search>({ parse, write, path }: Grammar<Search>) {
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
  const go = (next: Search, change: (href: string) => void) => {
    const query = write(next).toString();
    if (query !== asked) setUnderWay([...underWay, query]);
    change(query ? `${path}?${query}` : path);
  };
  return {
    ...parse(new URLSearchParams(asked)),
    /** For choosing: Back undoes it. */
    push: (next: Search) => go(next, (href) => window.history.pushState(null, '', href)),
    /** For typing and for leaving a drawer that the address itself had opened. */
    replace: (next: Search) => go(next, (href) => window.history.replaceState(null, '', href)),
  };
}
