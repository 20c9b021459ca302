import 'server-only';
import { and, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { type Filter, filterOf, type Reader, splitFilter } from '#lib/history/search-filter.ts';
import { orderOf, type RowRange } from '#lib/history/search-order.ts';
import { isIndexed } from '#lib/history/search-text.ts';

/** Rows are counted up to here; beyond it the count is a lower bound. */
export const countLimit = 10_000;

/**
 * How many rows are looked at one by one before the indexes are asked for all that match. A glance costs half a
 * millisecond; the longer look follows where it is expected to fill the page.
 */
const windows = [500, 8_000];

export type Rows = { rows: BindingRow[]; nextCursor: string | null; previousCursor: string | null };

/** What matches among the next rows of a stretch. */
function lookNear(
  db: Database,
  { tight, loose }: Filter,
  { where, orderBy }: RowRange,
  { window, limit }: { window: number; limit: number },
) {
  const within = sql`where ${and(tight, where) ?? sql`true`} order by ${sql.join(orderBy, sql`, `)}`;
  // Named like the table, so that conditions read the same.
  const near = db.$with('bindings').as(sql`select * from ${bindings} ${within} limit ${window}` as never);
  return db
    .with(near)
    .select()
    .from(bindings)
    .where(loose)
    .orderBy(...orderBy)
    .limit(limit);
}

/**
 * Rows of one stretch. PostgreSQL guesses how often a text occurs, and where it guesses too often it walks along the
 * time through half of history. So what is likely is looked for nearby first, and what is not found there is rare
 * enough to be taken from the indexes whole and sorted. See docs/decisions/search-index.md.
 */
async function readStretch(
  db: Database,
  filter: Filter,
  stretch: RowRange,
  options: { limit: number; isIndexed: boolean },
) {
  const { limit } = options;
  for (const [place, window] of (filter.loose ? windows : []).entries()) {
    const near = await lookNear(db, filter, stretch, { window, limit });
    if (near.length === limit) return near;
    if (near.length * (windows[place + 1] ?? 0) < limit * window) break;
  }
  const find = (condition: SQL | undefined, order: SQL[]) =>
    db
      .select()
      .from(bindings)
      .where(and(filter.tight, condition, stretch.where))
      .orderBy(...order)
      .limit(limit);
  const [first, second, ...more] = filter.alternatives.map((one) => find(one, stretch.orderBy));
  if (first && second)
    return unionAll(first, second, ...more)
      .orderBy(...stretch.orderBy)
      .limit(limit);
  return find(filter.loose, filter.loose && options.isIndexed ? stretch.sortBy : stretch.orderBy);
}

/** One page at a place and not at an offset: rows that arrive meanwhile move nothing between pages. */
export async function listPage(
  db: Database,
  search: HistorySearch,
  { size, ...reader }: Reader & { size: number },
): Promise<Rows> {
  const { stretches, from, cursorOf } = orderOf(search);
  const filter = splitFilter(search, reader);
  const found: BindingRow[] = [];
  for (const stretch of stretches) {
    const limit = size + 1 - found.length;
    const options = { limit, isIndexed: search.q === undefined || isIndexed(search.q) };
    if (limit > 0) found.push(...(await readStretch(db, filter, stretch, options)));
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
export async function countRows(db: Database, search: HistorySearch, reader: Reader): Promise<number> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(bindings)
    .where(filterOf(search, reader))
    .limit(countLimit + 1)
    .as('some');
  const [row] = await db.select({ count: sql<string>`count(*)` }).from(some);
  return Number(row?.count ?? 0);
}
