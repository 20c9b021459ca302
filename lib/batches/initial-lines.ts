import { readBatchId } from '#lib/batches/search-params.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { parseNumbersSearch, toNumbersParams } from '#lib/numbers/search-params.ts';
import { paths } from '#lib/paths.ts';

/** What the page of a new batch is opened with. */
export type Start =
  | { kind: 'empty' }
  /** Numbers that were pasted into the bind form, kept by the tab. */
  | { kind: 'bind' }
  /** Numbers chosen one by one on the board, kept by the tab. */
  | { kind: 'chosen' }
  /** Numbers of the board, by its search. */
  | { kind: 'board'; search: NumbersSearch }
  /** What would take a batch back. */
  | { kind: 'undo'; batchId: string };

/** Reads the address of the page; whatever it does not understand opens it empty. */
export function readStart(params: URLSearchParams): Start {
  const from = params.get('from');
  const batchId = readBatchId(params.get('undoes') ?? undefined);
  if (batchId !== '') return { kind: 'undo', batchId };
  if (from === 'bind' || from === 'chosen') return { kind: from };
  if (from !== 'numbers') return { kind: 'empty' };
  const rest = new URLSearchParams(params);
  rest.delete('from');
  return { kind: 'board', search: filtersOf(parseNumbersSearch(rest).search) };
}

/** The address that opens the page with the numbers of this search. */
export function newBatchHref(search: NumbersSearch): string {
  const params = toNumbersParams(filtersOf(search));
  return `${paths.newBatch}?${new URLSearchParams([['from', 'numbers'], ...params])}`;
}

/** The address that opens the page with the numbers that `carryChoice` has kept. */
export const chosenHref = `${paths.newBatch}?from=chosen`;

/** Where the lines come from that the page is opened with; null: from nowhere yet. */
export function sourceOf(start: Start): string | null {
  if (start.kind === 'undo') return paths.api.batchUndo(start.batchId);
  if (start.kind !== 'board') return null;
  return boardSource(toNumbersParams(start.search).toString());
}

/** Where numbers of the board come from, by a query string of its filters. */
export const boardSource = (query: string): string =>
  query ? `${paths.api.batchSource}?${query}` : paths.api.batchSource;

/** All numbers that match, not one page of them, whichever way they are shown. */
const filtersOf = ({
  after: _after,
  before: _before,
  size: _size,
  group: _group,
  ...filters
}: NumbersSearch): NumbersSearch => filters;
