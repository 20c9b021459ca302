import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BatchesPage, BatchLinesPage, BatchView } from '#lib/bulk/view.ts';
import type { LineState } from '#lib/domain/batch.ts';
import { fetchJson } from '#lib/entry/query-client.ts';
import { paths } from '#lib/paths.ts';

/** How often the page of a batch looks while it runs, in ms: two looks fit the promised second. */
const watchEveryMs = 500;
/** And otherwise, for what others do with it. */
const idleEveryMs = 5_000;

const keys = {
  all: ['batches'] as const,
  list: ['batches', 'list'] as const,
  batch: (id: string) => ['batches', 'batch', id] as const,
  lines: (id: string, state: LineState | null) => ['batches', 'lines', id, state] as const,
};

/** Everything about batches, for whoever has just changed one. */
export const batchesKey = keys.all;

export const batchList = () =>
  infiniteQueryOptions({
    queryKey: keys.list,
    queryFn: ({ signal, pageParam }) =>
      fetchJson<BatchesPage>(
        pageParam ? `${paths.api.batches}?after=${pageParam}` : paths.api.batches,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: idleEveryMs,
  });

/** One batch and how far it is. */
export const batch = (id: string) =>
  queryOptions({
    queryKey: keys.batch(id),
    queryFn: ({ signal }) => fetchJson<BatchView>(paths.api.batch(id), signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'running' || (state.data?.counts.sending ?? 0) > 0 ? watchEveryMs : idleEveryMs,
  });

/** Its lines in their order, all or those of one state. */
export const batchLines = (id: string, state: LineState | null) =>
  infiniteQueryOptions({
    queryKey: keys.lines(id, state),
    queryFn: ({ signal, pageParam }) => {
      const params = new URLSearchParams({
        ...(state && { state }),
        ...(pageParam && { after: String(pageParam) }),
      });
      return fetchJson<BatchLinesPage>(`${paths.api.batchLines(id)}?${params}`, signal);
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextAfter }) => nextAfter,
  });
