import type { BatchLinesSearch } from '#lib/batches/schema.ts';
import { type LineState, lineStates } from '#lib/domain/batch.ts';
import { like, oneOf, readQuery } from '#lib/domain/query-string.ts';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id as an address holds it; an empty text, which is nobody's id, for anything else. */
export const readBatchId = (text: string | undefined): string => (id.test(text ?? '') ? (text ?? '') : '');

/** What the page of a batch is asked to show. */
type BatchSearch = { state?: LineState };

/** Reads the query string of a batch's page. What cannot be used has no effect and is named in `ignored`. */
export function parseBatchSearch(params: URLSearchParams): { search: BatchSearch; ignored: string[] } {
  const { search, ignored } = readQuery(params, { lists: {}, singles: { state: oneOf(lineStates) } });
  return { search: search as BatchSearch, ignored: [...ignored] };
}

export const toBatchParams = ({ state }: BatchSearch): URLSearchParams =>
  new URLSearchParams(state ? { state } : {});

/** Reads what the list of a batch's lines is asked for. */
export function parseLinesSearch(params: URLSearchParams): BatchLinesSearch {
  const { search } = readQuery(params, {
    lists: {},
    singles: {
      state: oneOf(lineStates),
      after: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined),
    },
  });
  return search as BatchLinesSearch;
}

/** Reads after which batch a list of them goes on. */
export function parseBatchesSearch(params: URLSearchParams): { after: string | null } {
  const { search } = readQuery(params, { lists: {}, singles: { after: like(id) } });
  return { after: (search.after as string | undefined) ?? null };
}
