'use client';

import { type InfiniteData, type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { pagesIn, type RowRange } from '#components/data-table/visible-rows.ts';
import { batchLines, fetchBatchLines } from '#lib/batches/cache.ts';
import type { BatchLinesPage, BatchView } from '#lib/batches/view.ts';
import type { LineState } from '#lib/domain/batch.ts';

/** Lines are read again at most this often, in ms. */
const everyMs = 1000;

type Pages = InfiniteData<BatchLinesPage>;

const withPage = (data: Pages, after: number | null, page: BatchLinesPage): Pages => ({
  ...data,
  pages: data.pages.map((old, place) => (data.pageParams[place] === after ? page : old)),
});

/** What each page was asked to come after. */
const placesOf = (data: Pages | undefined): (number | null)[] =>
  (data?.pageParams ?? []).map((after) => (typeof after === 'number' ? after : null));

/** Reads some pages of all lines again, and gives those that are fresh now. What fails is tried at the next look. */
async function readPages(client: QueryClient, id: string, places: (number | null)[]) {
  const { queryKey } = batchLines(id, null);
  const fresh: (number | null)[] = [];
  for (const after of places) {
    const page = await fetchBatchLines(id, { state: null, after }).catch(() => null);
    if (page === null) break;
    client.setQueryData(queryKey, (data: Pages | undefined) => data && withPage(data, after, page));
    // A page that is being added was begun without this one's news, and will put the old one back.
    if (client.isFetching({ queryKey }) === 0) fresh.push(after);
  }
  return fresh;
}

/** Changes whenever a line may have changed. */
const stampOf = ({ counts, finishedAt, state }: BatchView): string =>
  JSON.stringify([counts, finishedAt, state]);

/**
 * The lines of a batch, as far as the screen needs them, and those on the screen kept fresh. Of all lines only the pages
 * in sight are read again, for a batch may have a hundred pages; of a chosen state all that were read, since lines come
 * and go and pages shift. `checkedAt` is when the batch was last looked at.
 */
export function useFreshLines(
  batch: BatchView,
  { state, sight, checkedAt }: { state: LineState | null; sight: RowRange; checkedAt: number },
) {
  const client = useQueryClient();
  const query = useInfiniteQuery(batchLines(batch.id, state));
  const pages = query.data?.pages ?? [];
  const lines = pages.flatMap((page) => page.lines);
  const seen = pagesIn(pages, sight);

  const wantsMore = query.hasNextPage && !query.isFetching && !query.isError && sight.end > lines.length;
  const { fetchNextPage } = query;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);

  /** Under which stamp each part was read last; empty: it may be from before the present one. */
  const marks = useRef({
    stamp: '',
    since: 0,
    readAt: 0,
    isReading: false,
    parts: new Map<string, string>(),
  });
  const stamp = stampOf(batch);
  const partOf = (after: number | null) => `${state} ${state === null ? after : ''}`;

  const stale = useEffectEvent((): (number | null)[] => {
    const mark = marks.current;
    const places = placesOf(query.data);
    if (mark.stamp !== stamp) Object.assign(mark, { stamp, since: performance.now() });
    // What came within a second of a change may have left before it.
    const isQuiet = performance.now() - mark.since > everyMs;
    for (const after of places)
      if (!mark.parts.has(partOf(after))) mark.parts.set(partOf(after), isQuiet ? stamp : '');
    return places.filter(
      (after, place) => (state !== null || seen.includes(place)) && mark.parts.get(partOf(after)) !== stamp,
    );
  });

  const read = useEffectEvent(async () => {
    const mark = marks.current;
    mark.readAt = performance.now();
    mark.isReading = true;
    const parts =
      state === null
        ? await readPages(client, batch.id, stale())
        : (await query.refetch({ cancelRefetch: false })).isSuccess
          ? [null]
          : [];
    for (const after of parts) mark.parts.set(partOf(after), stamp);
    mark.isReading = false;
  });

  const seenPages = seen.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each is a reason to compare again, not a part of it
  useEffect(() => {
    const { readAt, isReading } = marks.current;
    if (stale().length === 0 || isReading) return;
    const timer = window.setTimeout(() => void read(), Math.max(0, readAt + everyMs - performance.now()));
    return () => window.clearTimeout(timer);
  }, [checkedAt, stamp, state, seenPages, pages.length]);

  return { query, lines };
}
