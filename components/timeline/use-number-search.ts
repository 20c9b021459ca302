'use client';

import { useAddressQuery } from '#components/data-table/use-address-query.ts';
import { type NumberSearch, parseNumberSearch, toNumberQuery } from '#lib/timeline/search-params.ts';

/** What the address of a number's page asks for besides the number. `path` is the page's own. */
export function useNumberSearch(path: string) {
  const { asked, go } = useAddressQuery();
  const { search, ignored } = parseNumberSearch(new URLSearchParams(asked));
  const ask = (next: NumberSearch, how: 'pushState' | 'replaceState') => {
    const query = toNumberQuery(next);
    go(query, () => window.history[how](null, '', query ? `${path}?${query}` : path));
  };
  return {
    search,
    ignored,
    /** For asking: Back leads to what was asked before. */
    push: (next: NumberSearch) => ask(next, 'pushState'),
    /** For choosing, one tick after the other, and for tidying up. */
    replace: (next: NumberSearch) => ask(next, 'replaceState'),
  };
}

/** The choice with one more or one less. A third one takes the place of the one that was chosen first. */
export const toggleChosen = (chosen: readonly string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id].slice(-2);
