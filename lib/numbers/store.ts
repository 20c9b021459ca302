import 'server-only';
import { asc, desc, inArray, type SQL, sql } from 'drizzle-orm';
import type { BindingRow, NumberKey } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import { encodePlace, parsePlace } from '#lib/numbers/cursor.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { filterOf } from '#lib/numbers/search-filter.ts';

export type NumberRow = typeof numbers.$inferSelect;

/** Lines are counted up to here; beyond it the count is a lower bound. */
export const countLimit = 10_000;

type Page = { rows: NumberRow[]; nextCursor: string | null; previousCursor: string | null };

const own = sql`(${numbers.appId}, ${numbers.number})`;
const place = ({ appId, number }: NumberKey): SQL => sql`(${appId}::text, ${number}::text)`;

/** One page by app and number, at a place and not at an offset. A cursor that is not ours is no cursor. */
export async function listPage(
  db: Database,
  { search, masked, size }: { search: NumbersSearch; masked: boolean; size: number },
): Promise<Page> {
  const after = parsePlace(search.after);
  const before = after === null ? parsePlace(search.before) : null;
  const within = after ? sql`${own} > ${place(after)}` : before ? sql`${own} < ${place(before)}` : sql`true`;
  const direction = before ? desc : asc;
  const found = await db
    .select()
    .from(numbers)
    .where(sql`${filterOf(search, masked)} and ${within}`)
    .orderBy(direction(numbers.appId), direction(numbers.number))
    .limit(size + 1);
  const more = found.length > size;
  const rows = before ? found.slice(0, size).reverse() : found.slice(0, size);
  const cursorOf = (row: NumberRow | undefined) => (row ? encodePlace(row) : null);
  // A page that was reached by a cursor has a neighbour on the side it came from.
  return {
    rows,
    nextCursor: more || before ? cursorOf(rows.at(-1)) : null,
    previousCursor: (before ? more : after !== null) ? cursorOf(rows[0]) : null,
  };
}

/** How many lines a search has in all, up to `countLimit` + 1. */
export async function countLines(
  db: Database,
  { search, masked }: { search: NumbersSearch; masked: boolean },
): Promise<number> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(numbers)
    .where(filterOf(search, masked))
    .limit(countLimit + 1)
    .as('some');
  const [row] = await db.select({ count: sql<string>`count(*)` }).from(some);
  return Number(row?.count ?? 0);
}

/** The bound and open bindings of some lines, by id. */
export async function findBindingsOf(
  db: Database,
  rows: readonly NumberRow[],
): Promise<Map<string, BindingRow>> {
  const ids = rows.flatMap(({ boundBindingId, openBindingId }) => [
    ...(boundBindingId ? [boundBindingId] : []),
    ...(openBindingId ? [openBindingId] : []),
  ]);
  if (ids.length === 0) return new Map();
  const found = await db.select().from(bindings).where(inArray(bindings.id, ids));
  return new Map(found.map((row) => [row.id, row]));
}
