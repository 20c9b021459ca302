'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { historyPage } from '#lib/history/cache.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { openEntry, turnPage } from '#lib/history/search-changes.ts';
import type { HistoryPage } from '#lib/history/view.ts';

type Stepping = {
  search: HistorySearch;
  shown: HistoryPage | undefined;
  onOpen: (id: string) => void;
  replace: (search: HistorySearch) => void;
};

type Steps = { newer: (() => void) | null; older: (() => void) | null };

/** The entries above and below the open one; past an end of the page, that page is turned behind the drawer. */
export function useStepping({ search, shown, onOpen, replace }: Stepping): Steps {
  const client = useQueryClient();
  const open = useRef(search.entry);
  useEffect(() => {
    open.current = search.entry;
    return () => {
      open.current = undefined;
    };
  }, [search.entry]);
  const rows = shown?.rows ?? [];
  const place = rows.findIndex(({ id }) => id === search.entry);
  if (shown === undefined || place < 0) return { newer: null, older: null };

  const turn = async (cursor: { after: string } | { before: string }, at: 0 | -1) => {
    const next = turnPage(search, cursor);
    const page = await client.fetchQuery(historyPage(next)).catch(() => null);
    const row = page?.rows.at(at);
    // Somebody has closed the drawer or gone elsewhere meanwhile.
    if (!page || !row || open.current !== search.entry) return;
    // The newest page has an address without a place, and is watched there.
    replace(openEntry(page.previousCursor === null ? turnPage(search, null) : next, row.id));
  };
  const stepTo = (id: string | undefined) => (id === undefined ? null : () => onOpen(id));
  const { previousCursor, nextCursor } = shown;
  return {
    newer:
      stepTo(rows[place - 1]?.id) ??
      (previousCursor === null ? null : () => void turn({ before: previousCursor }, -1)),
    older:
      stepTo(rows[place + 1]?.id) ?? (nextCursor === null ? null : () => void turn({ after: nextCursor }, 0)),
  };
}
