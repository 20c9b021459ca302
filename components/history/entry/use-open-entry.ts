'use client';

import { useEffect, useRef } from 'react';
import type { useHistorySearch } from '#components/history/use-history-search.ts';
import { openEntry } from '#lib/history/search-changes.ts';

type Address = Pick<ReturnType<typeof useHistorySearch>, 'search' | 'push' | 'replace'>;

/**
 * Opens and closes the drawer through the address. Opening is one step of the browser's history and stepping to a
 * neighbour none, so that Back closes the drawer; on closing, the focus goes to the row that was open last.
 */
export function useOpenEntry({ search, push, replace }: Address) {
  const openedHere = useRef(false);
  const last = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (search.entry !== undefined) {
      last.current = search.entry;
      return;
    }
    openedHere.current = false;
    if (last.current === undefined) return;
    document.querySelector<HTMLElement>(`[data-row-link="${CSS.escape(last.current)}"]`)?.focus();
    last.current = undefined;
  }, [search.entry]);

  return {
    open: (id: string) => {
      const next = openEntry(search, id);
      if (search.entry !== undefined) return replace(next);
      openedHere.current = true;
      push(next);
    },
    close: () => {
      if (!openedHere.current) return replace(openEntry(search, undefined));
      openedHere.current = false;
      window.history.back();
    },
  };
}
