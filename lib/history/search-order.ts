import 'server-only';
import { and, asc, desc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { bindings } from '#lib/db/schema.ts';
import { type Cursor, encodeCursor, parseCursor } from '#lib/domain/paging.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

const columns = { time: bindings.createdAt, number: bindings.number, duration: bindings.durationMs };

/** The same values, but as something that no index is in the order of. */
const computed = {
  time: sql`(${bindings.createdAt} + interval '0')`,
  number: sql`(${bindings.number} || '')`,
  duration: sql`(${bindings.durationMs} + 0)`,
};

/** A stretch of the rows that an index holds in the wanted order. Stretches are read one after the other. */
export type RowRange = {
  where: SQL | undefined;
  /** To be read from the index. */
  orderBy: SQL[];
  /** To be sorted, once all rows are found in another way. */
  sortBy: SQL[];
};

export type Order = {
  /** From the place of the cursor on. */
  stretches: RowRange[];
  /** Where the page stands. `before`: its rows were read backwards and lie in front of the cursor. */
  from: 'start' | 'after' | 'before';
  cursorOf(row: BindingRow): string;
};

const makers = {
  time: ({ createdAt, id }: BindingRow): Cursor => ({ sort: 'time', key: createdAt, id }),
  number: ({ number, id }: BindingRow): Cursor => ({ sort: 'number', key: number, id }),
  duration: ({ durationMs, id }: BindingRow): Cursor => ({ sort: 'duration', key: durationMs, id }),
};

/** Beyond the place of the cursor, in the direction of reading. Among rows without a duration only ids differ. */
function beyond(cursor: Cursor, downwards: boolean): SQL {
  const sign = sql.raw(downwards ? '<' : '>');
  const { sort, key, id } = cursor;
  if (key === null) return sql`${bindings.id} ${sign} ${id}::text`;
  const place = sort === 'time' ? sql`${key.toISOString()}::timestamptz` : sql`${key}`;
  return sql`(${columns[sort]}, ${bindings.id}) ${sign} (${place}, ${id}::text)`;
}

/**
 * The order a search asks for, from its cursor on. A cursor that is not ours, or of another sort, is no cursor. Rows
 * without a duration come last in both orders, which no single walk along an index gives: they are a second stretch.
 */
export function orderOf({ sort = 'time', order = 'desc', after, before }: HistorySearch): Order {
  const afterCursor = parseCursor(after ?? '', sort);
  const beforeCursor = afterCursor === null ? parseCursor(before ?? '', sort) : null;
  const cursor = afterCursor ?? beforeCursor;
  const backwards = beforeCursor !== null;
  const downwards = (order === 'desc') !== backwards;
  const direction = downwards ? desc : asc;
  const parts =
    sort === 'duration' ? [isNotNull(bindings.durationMs), isNull(bindings.durationMs)] : [undefined];
  const own = cursor?.key === null ? 1 : 0;
  const left = [...parts.keys()].filter((part) => !cursor || (backwards ? part <= own : part >= own));
  return {
    stretches: (backwards ? left.reverse() : left).map((part) => ({
      where: and(parts[part], cursor && part === own ? beyond(cursor, downwards) : undefined),
      orderBy: [direction(columns[sort]), direction(bindings.id)],
      sortBy: [direction(computed[sort]), direction(bindings.id)],
    })),
    from: afterCursor ? 'after' : beforeCursor ? 'before' : 'start',
    cursorOf: (row) => encodeCursor(makers[sort](row)),
  };
}
