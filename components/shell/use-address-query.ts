'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

const longestWaitMs = 2000;

/**
 * The query string that was asked for last, and how to ask for another one. The address is changed without a trip to
 * the server: what it shows comes from the query cache, so rendering the page again would fetch it twice.
 */
export function useAddressQuery() {
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
  const go = (query: string, change: () => void) => {
    const written = new URLSearchParams(query).toString();
    if (written !== asked) setUnderWay([...underWay, written]);
    change();
  };
  return { asked, go };
}
