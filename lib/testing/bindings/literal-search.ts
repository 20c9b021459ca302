import type { bindings } from '#lib/db/schema.ts';
import type { HistoryList } from '#lib/domain/history-search.ts';
import { searchKeys } from '#lib/domain/numbers/phone-number-search.ts';
import { parseCursor } from '#lib/domain/paging.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

// What history has to find, said once more without a database.

export type SearchedRow = typeof bindings.$inferInsert;

const fold = (text: string): string =>
  Array.from(text.toWellFormed().normalize('NFKC'), (character) => character.toLowerCase()).join('');

function matches(row: SearchedRow, q: string, { secrets }: { secrets: boolean }): boolean {
  const url = secrets ? row.callbackUrl : row.callbackUrlMasked;
  const texts = [row.number, url, row.callbackUrlMasked, row.actorName, row.actorEmail, row.reason];
  const has = [...texts, row.code, row.requestId].some((text) => fold(text ?? '').includes(fold(q)));
  return has || row.id === q.toLowerCase() || searchKeys(q).some((digits) => row.number.includes(digits));
}

const fieldOf: { [Name in HistoryList]: (row: SearchedRow) => string | null | undefined } = {
  outcome: (row) => row.state,
  app: (row) => row.appId,
  type: (row) => row.numberType ?? 'none',
  actor: (row) => row.actorId,
  source: (row) => row.source,
  host: (row) => row.callbackHost,
  number: (row) => row.number,
  batch: (row) => row.batchId,
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keys = {
  time: (a: SearchedRow, b: SearchedRow) => a.createdAt.getTime() - b.createdAt.getTime(),
  number: (a: SearchedRow, b: SearchedRow) => byText(a.number, b.number),
  duration: (a: SearchedRow, b: SearchedRow) => (a.durationMs ?? 0) - (b.durationMs ?? 0),
};

/** Ids of all rows a search without a cursor finds, in its order. */
export function expectedRows(
  rows: readonly SearchedRow[],
  search: HistorySearch,
  reader: { secrets: boolean },
): string[] {
  const { q, from, to, sort = 'time', order = 'desc', after, before } = search;
  if (parseCursor(after ?? before ?? '', sort)) throw new Error('This says nothing of pages further on.');
  const fits = (row: SearchedRow, name: HistoryList) => {
    const values: readonly string[] | undefined = search[name];
    if (values === undefined) return true;
    return values.includes(fieldOf[name](row) ?? '\0') !== (search.not?.includes(name) ?? false);
  };
  const names = Object.keys(fieldOf) as HistoryList[];
  const isDefault = !q && names.every((name) => search[name] === undefined);
  const found = rows.filter(
    (row) =>
      !(isDefault && row.state === 'denied') &&
      names.every((name) => fits(row, name)) &&
      (from === undefined || row.createdAt >= new Date(from)) &&
      (to === undefined || row.createdAt < new Date(to)) &&
      (q === undefined || matches(row, q, reader)),
  );
  found.sort((a, b) => keys[sort](a, b) || byText(a.id, b.id));
  if (order === 'desc') found.reverse();
  const last = (row: SearchedRow) => sort === 'duration' && (row.durationMs ?? null) === null;
  return [...found.filter((row) => !last(row)), ...found.filter(last)].map(({ id }) => id);
}
