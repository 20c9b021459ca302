import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BatchesPage, BatchLinesPage, BatchLineView, BatchView, UndoLines } from '#lib/batches/view.ts';
import { fetchJson } from '#lib/client/fetch-json.ts';
import type { LineState } from '#lib/domain/batch.ts';
import { paths } from '#lib/paths.ts';

/** How often the page of a batch looks while lines move, in ms: two looks fit the promised second. */
const movingEveryMs = 500;
/** And while none does: somebody may resume it, and that is to be seen within a second too. */
const restingEveryMs = 800;
/** How often the list of batches looks, in ms. */
const listEveryMs = 5_000;

const keys = {
  all: ['batches'] as const,
  list: ['batches', 'list'] as const,
  batch: (id: string) => ['batches', 'batch', id] as const,
  lines: (id: string, state: LineState | null) => ['batches', 'lines', id, state] as const,
  undo: (id: string, stamp: string) => ['batches', 'undo', id, stamp] as const,
  /** Not under `all`: what a question was asked about stays while it is open. */
  refused: (id: string) => ['refused lines', id] as const,
};

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
    refetchInterval: listEveryMs,
  });

/** One batch and how far it is. */
export const batch = (id: string) =>
  queryOptions({
    queryKey: keys.batch(id),
    queryFn: ({ signal }) => fetchJson<BatchView>(paths.api.batch(id), signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'running' || (state.data?.counts.sending ?? 0) > 0
        ? movingEveryMs
        : restingEveryMs,
  });

/** What of a batch that is over can be put back; asked again once its lines have moved or another batch took some back. */
export const batchUndo = ({ id, counts, undoneByIds }: BatchView) =>
  queryOptions({
    queryKey: keys.undo(id, JSON.stringify([counts, undoneByIds])),
    queryFn: ({ signal }) => fetchJson<UndoLines>(`${paths.api.batchUndo(id)}?only=counts`, signal),
    staleTime: 0,
  });

/** Lines of a batch in their order after one of them, all or those of one state. */
export function fetchBatchLines(
  id: string,
  { state, after }: { state: LineState | null; after: number | null },
  signal?: AbortSignal,
): Promise<BatchLinesPage> {
  const params = new URLSearchParams({
    ...(state && { state }),
    ...(after && { after: String(after) }),
  });
  return fetchJson<BatchLinesPage>(`${paths.api.batchLines(id)}?${params}`, signal);
}

/** Its lines, a page at a time. */
export const batchLines = (id: string, state: LineState | null) =>
  infiniteQueryOptions({
    queryKey: keys.lines(id, state),
    queryFn: ({ signal, pageParam }) => fetchBatchLines(id, { state, after: pageParam }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextAfter }) => nextAfter,
  });

/** Every refused line as it stands now; never read again by itself, so that what is confirmed is what was shown. */
export const refusedLines = (id: string) =>
  queryOptions({
    queryKey: keys.refused(id),
    queryFn: async ({ signal }) => {
      const lines: BatchLineView[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: BatchLinesPage = await fetchBatchLines(id, { state: 'refused', after }, signal);
        lines.push(...page.lines);
        after = page.nextAfter;
      }
      return lines;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
