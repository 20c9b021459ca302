'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Held,
  isUnderWay,
  nextHeld,
  type Offer,
  offerOf,
  withNews,
} from '#components/history/stable-page.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { toSearchParams } from '#lib/history/search-params.ts';
import type { HistoryPage } from '#lib/history/view.ts';

/** Rows that have left the newest page while under way are watched one by one, up to so many. */
const mostWatched = 10;
const nothing: Offer = { count: 0, more: false };

type Watching = {
  /** New rows are shown as they come. */
  live: boolean;
  /** A binding made from this page: its row is waited for, so it comes without being asked for. */
  made: string | null;
};

/** Keeps the shown rows where they are while the newest page is watched, and says what could be shown instead. */
export function useHeldPage(
  query: UseQueryResult<HistoryPage>,
  search: HistorySearch,
  { live, made }: Watching,
) {
  const { entry: _entry, ...rows } = search;
  const key = toSearchParams(rows).toString();
  const page = query.isPlaceholderData ? undefined : query.data;
  const [kept, setKept] = useState<Held>();
  const bringsMade = has(page, made) && !has(kept?.page, made);
  const held = nextHeld(kept, { key, page, fetching: query.isFetching, live: live || bringsMade });
  if (held !== kept) setKept(held);

  const [settledRows, setSettledRows] = useState<readonly BindingView[]>([]);
  const isCurrent = held?.key === key;
  const newest = isCurrent ? page : undefined;
  const shown = held && withNews(held.page, [...settledRows, ...(newest?.rows ?? [])]);
  const isFirst = search.after === undefined && search.before === undefined;
  const seen = new Set(isFirst ? newest?.rows.map(({ id }) => id) : []);
  return {
    shown,
    offer: held && newest && isFirst ? offerOf(held.page, newest) : nothing,
    accept: () => {
      if (newest) setKept({ key, page: newest, settled: true });
    },
    /** Rows that no page will bring news of. */
    watched: (shown?.rows ?? [])
      .filter((row) => isUnderWay(row) && !seen.has(row.id))
      .slice(0, mostWatched)
      .map(({ id }) => id),
    onNews: (row: BindingView) =>
      setSettledRows((before) => [...before.filter(({ id }) => id !== row.id), row]),
  };
}

const has = (page: HistoryPage | undefined, id: string | null): boolean =>
  page?.rows.some((row) => row.id === id) ?? false;
