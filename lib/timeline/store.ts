import 'server-only';
import { and, desc, eq, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { BindingRow, NumberKey } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings, numbers } from '#lib/db/schema.ts';

// Every statement about one number walks the index bindings_of_line backwards: app, number, time, id.

const ofNumber = ({ appId, number }: NumberKey): SQL | undefined =>
  and(eq(bindings.appId, appId), eq(bindings.number, number));
const own = sql`(${bindings.createdAt}, ${bindings.id})`;
const place = ({ createdAt, id }: Place): SQL => sql`(${createdAt.toISOString()}::timestamptz, ${id}::text)`;

/** Where a binding stands in the history of its number. */
type Place = Pick<BindingRow, 'createdAt' | 'id'>;
type RowRange = { older: Place | null; limit: number };

/** The statement of one stretch of a number's bindings, newest first, from a place on. */
export const timelineQuery = (db: Database, key: NumberKey, { older, limit }: RowRange) =>
  db
    .select()
    .from(bindings)
    .where(and(ofNumber(key), older ? sql`${own} < ${place(older)}` : undefined))
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(limit);

/** The last binding that was certainly carried out by then. */
export const boundByQuery = (db: Database, key: NumberKey, at: Date) =>
  db
    .select()
    .from(bindings)
    .where(
      and(
        ofNumber(key),
        eq(bindings.state, 'bound'),
        lte(bindings.createdAt, at),
        lte(
          sql`coalesce(${bindings.settledAt}, ${bindings.createdAt})`,
          sql`${at.toISOString()}::timestamptz`,
        ),
      ),
    )
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(1);

/** What came after it by then and was not certain to have had no effect, newest first. */
export const openAfterQuery = (
  db: Database,
  key: NumberKey,
  { bound, at, limit }: { bound: BindingRow | null; at: Date; limit: number },
) =>
  db
    .select()
    .from(bindings)
    .where(
      and(
        ofNumber(key),
        lte(bindings.createdAt, at),
        bound ? sql`${own} > ${place(bound)}` : undefined,
        inArray(bindings.state, ['bound', 'sending', 'unknown']),
      ),
    )
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(limit);

/**
 * The bindings that decide what a number was bound to at a moment of the past, newest first. In two statements: what is
 * settled between them was settled after the moment, which `judgeMoment` sees by its time.
 */
export async function listDeciding(
  db: Database,
  key: NumberKey,
  { at, limit }: { at: Date; limit: number },
): Promise<BindingRow[]> {
  const [bound = null] = await boundByQuery(db, key, at);
  const open = await openAfterQuery(db, key, { bound, at, limit });
  return bound === null ? open : [...open, bound];
}

/** The number has a line of its own, also where no binding of it is known. */
export async function hasLine(db: Database, { appId, number }: NumberKey): Promise<boolean> {
  const found = await db
    .select({ number: numbers.number })
    .from(numbers)
    .where(and(eq(numbers.appId, appId), eq(numbers.number, number)))
    .limit(1);
  return found.length > 0;
}

/** How many other numbers were last bound to a host, up to a limit. */
export async function countAtHost(
  db: Database,
  { appId, number }: NumberKey,
  { host, limit }: { host: string; limit: number },
): Promise<number> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(numbers)
    .where(and(eq(numbers.boundHost, host), or(ne(numbers.appId, appId), ne(numbers.number, number))))
    .limit(limit)
    .as('some');
  const [row] = await db.select({ count: sql<string>`count(*)` }).from(some);
  return Number(row?.count ?? 0);
}
