'use client';

import { useAddressQuery } from '#components/data-table/use-address-query.ts';

type Grammar<Search> = {
  parse: (params: URLSearchParams) => { search: Search; ignored: string[] };
  /** Equal searches give equal texts. */
  write: (search: Search) => URLSearchParams;
  /** The page whose address it is. */
  path: string;
};

/** What the address asks of a list, and how to ask for something else. */
export function useAddressSearch<Search>({ parse, write, path }: Grammar<Search>) {
  const { asked, go } = useAddressQuery();
  const ask = (next: Search, change: (href: string) => void) => {
    const query = write(next).toString();
    go(query, () => change(query ? `${path}?${query}` : path));
  };
  return {
    ...parse(new URLSearchParams(asked)),
    /** For choosing: Back undoes it. */
    push: (next: Search) => ask(next, (href) => window.history.pushState(null, '', href)),
    /** For typing. */
    replace: (next: Search) => ask(next, (href) => window.history.replaceState(null, '', href)),
  };
}
