import 'server-only';
import { and, sql } from 'drizzle-orm';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { filterOf } from '#lib/bindings/search-filter.ts';
import { orderOf } from '#lib/bindings/search-order.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';

/** Rows are counted up to here; beyond it the count is a lower bound. */
export const countLimit = 10_000;

export type Rows = { rows: BindingRow[]; nextCursor: string | null; previousCursor: string | null };

/** One page at a place and not at an offset: rows that arrive meanwhile move nothing between pages. */
export async function listPage(db: Database, search: HistorySearch, size: number): Promise<Rows> {
  const { stretches, from, cursorOf } = orderOf(search);
  const filter = filterOf(search);
  const found: BindingRow[] = [];
  for (const { where, orderBy } of stretches) {
    const limit = size + 1 - found.length;
    if (limit > 0)
      found.push(
        ...(await db
          .select()
          .from(bindings)
          .where(and(filter, where))
          .orderBy(...orderBy)
          .limit(limit)),
      );
  }
  const more = found.length > size;
  const rows = from === 'before' ? found.slice(0, size).reverse() : found.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  // A page that was reached by a cursor has a neighbour on the side it came from.
  return {
    rows,
    nextCursor: last && (more || from === 'before') ? cursorOf(last) : null,
    previousCursor: first && (from === 'before' ? more : from === 'after') ? cursorOf(first) : null,
  };
}

/** How many rows a search has in all, up to `countLimit` + 1. */
export async function countRows(db: Database, search: HistorySearch): Promise<number> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(bindings)
    .where(filterOf(search))
    .limit(countLimit + 1)
    .as('some');
  const [row] = await db.select({ count: sql<string>`count(*)` }).from(some);
  return Number(row?.count ?? 0);
}
