'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';

/**
 * The query string that was asked for last, and how to ask for another one. The address is changed without a trip to
 * the server: what it shows comes from the query cache, so rendering the page again would fetch it twice.
 */
export function useAddressQuery() {
  const path = usePathname();
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

  // The browser's own address is the truth. The router can miss a step of it, and then for good: going back before it
  // has caught up, or twice in a row.
  const reconcile = useEffectEvent(() => {
    const { pathname, search } = window.location;
    const actual = new URLSearchParams(search).toString();
    setUnderWay(pathname === path && actual !== shown ? [actual] : []);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step of the router is the reason to compare
  useEffect(() => {
    reconcile();
    window.addEventListener('popstate', reconcile);
    return () => window.removeEventListener('popstate', reconcile);
  }, [shown]);

  const asked = underWay.at(-1) ?? shown;
  const go = (query: string, change: () => void) => {
    const written = new URLSearchParams(query).toString();
    if (written !== asked) setUnderWay([...underWay, written]);
    change();
  };
  return { asked, go };
}
