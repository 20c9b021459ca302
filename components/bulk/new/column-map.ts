import { batchColumns, type Column, type ColumnMap } from '#lib/domain/batch-columns.ts';

/** What a column of the table means; null: nothing that is used. */
export const meaningOf = ({ columns }: ColumnMap, place: number): Column | null =>
  batchColumns.find((column) => columns[column] === place) ?? null;

/** The map after a column was given another meaning: each meaning has one column. */
export function withMeaning(map: ColumnMap, place: number, meaning: Column | null): ColumnMap {
  const kept = batchColumns.flatMap((column) => {
    const at = map.columns[column];
    return at === undefined || at === place || column === meaning ? [] : [[column, at] as const];
  });
  const added = meaning === null ? [] : [[meaning, place] as const];
  return { ...map, columns: Object.fromEntries([...kept, ...added]) };
}

/** How many columns the table has, as far as its first rows tell. */
export const widthOf = ({ headers }: ColumnMap, sample: readonly (readonly string[])[]): number =>
  Math.max(headers.length, ...sample.map((row) => row.length));
