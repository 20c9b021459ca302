import type { ColumnMap } from '#lib/batches/lines/columns.ts';
import { batchColumns, type Column } from '#lib/domain/batch.ts';

/** What a column of the table means; null: nothing that is used. */
export const meaningOf = ({ columns }: ColumnMap, place: number): Column | null =>
  batchColumns.find((column) => columns[column] === place) ?? null;

/** The map after a person has looked at the columns: no other one is meant. */
export const withoutRivals = ({ rivals: _settled, strays: _also, ...rest }: ColumnMap): ColumnMap => rest;

/** The map after a column was given another meaning: each meaning has one column. */
export function withMeaning(map: ColumnMap, place: number, meaning: Column | null): ColumnMap {
  const kept = batchColumns.flatMap((column) => {
    const at = map.columns[column];
    return at === undefined || at === place || column === meaning ? [] : [[column, at] as const];
  });
  const added = meaning === null ? [] : [[meaning, place] as const];
  return { ...withoutRivals(map), columns: Object.fromEntries([...kept, ...added]) };
}
