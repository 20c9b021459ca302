import 'server-only';
import { and, asc, desc, eq, gte, ilike, inArray, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts, bindings } from '#lib/db/schema.ts';
import { type Cursor, encodeCursor, parseCursor } from '#lib/domain/paging.ts';
import { searchKeys } from '#lib/domain/phone-number-search.ts';

/** Rows are counted up to here; beyond it the count is a lower bound. */
export const countLimit = 10_000;

/** `%`, `_` and the escape itself stand for themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The one search box: number in any format, URL part, actor, reason, RequestId, code. */
function matches(q: string): SQL | undefined {
  // A text of PostgreSQL's has no NUL, so none has this one in it.
  if (q.includes('\0')) return sql`false`;
  const pattern = containing(q);
  const texts = [
    bindings.callbackUrl,
    bindings.actorName,
    bindings.actorEmail,
    bindings.reason,
    bindings.requestId,
    bindings.code,
  ];
  return or(
    eq(bindings.id, q),
    ...texts.map((column) => ilike(column, pattern)),
    ...searchKeys(q).map((digits) => sql`${bindings.number} like ${containing(digits)}`),
    // Requests before the last one have RequestIds too.
    sql`exists (select 1 from ${attempts} where ${attempts.bindingId} = ${bindings.id} and ${attempts.requestId} = ${q})`,
  );
}

function typeIn(types: NonNullable<HistorySearch['type']>): SQL | undefined {
  const named = types.filter((type) => type !== 'none');
  return or(
    named.length > 0 ? inArray(bindings.numberType, named) : undefined,
    types.includes('none') ? isNull(bindings.numberType) : undefined,
  );
}

/** The rows a search means, without its place and its page. */
export function filterOf(search: HistorySearch): SQL | undefined {
  const { q, outcome, app, type, from, to, not: excluded = [] } = search;
  const lists = {
    outcome: outcome && inArray(bindings.state, outcome),
    app: app && inArray(bindings.appId, app),
    type: type && sql`coalesce(${typeIn(type)}, false)`,
  };
  const chosen = (['outcome', 'app', 'type'] as const).map((name) => {
    const condition = lists[name];
    return condition && excluded.includes(name) ? not(condition) : condition;
  });
  return and(
    ...chosen,
    from ? gte(bindings.createdAt, inRange(from)) : undefined,
    to ? lt(bindings.createdAt, inRange(to)) : undefined,
    q ? matches(q) : undefined,
  );
}

/** PostgreSQL's calendar has no year 0. */
const inRange = (iso: string): Date => new Date(Math.max(0, new Date(iso).getTime()));

const place = ({ at, id }: Cursor): SQL => sql`(${at.toISOString()}::timestamptz, ${id}::text)`;
const own = sql`(${bindings.createdAt}, ${bindings.id})`;

export type Rows = { rows: BindingRow[]; nextCursor: string | null; previousCursor: string | null };

/**
 * One page, newest first, at a place and not at an offset: rows that arrive meanwhile move nothing between pages.
 * A cursor that is not ours is no cursor.
 */
export async function listPage(db: Database, search: HistorySearch, size: number): Promise<Rows> {
  const after = parseCursor(search.after ?? '');
  const before = after === null ? parseCursor(search.before ?? '') : null;
  const within = after ? sql`${own} < ${place(after)}` : before ? sql`${own} > ${place(before)}` : undefined;
  const direction = before ? asc : desc;
  const found = await db
    .select()
    .from(bindings)
    .where(and(filterOf(search), within))
    .orderBy(direction(bindings.createdAt), direction(bindings.id))
    .limit(size + 1);
  const more = found.length > size;
  const rows = before ? found.slice(0, size).reverse() : found.slice(0, size);
  const cursorOf = (row: BindingRow | undefined) =>
    row ? encodeCursor({ at: row.createdAt, id: row.id }) : null;
  // A page that was reached by a cursor has a neighbour on the side it came from.
  return {
    rows,
    nextCursor: more || before ? cursorOf(rows.at(-1)) : null,
    previousCursor: (before ? more : after !== null) ? cursorOf(rows[0]) : null,
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
