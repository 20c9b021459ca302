import 'server-only';
import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings, exportTickets } from '#lib/db/schema.ts';
import type { TimeCursor } from '#lib/domain/paging.ts';
import type { ExportSearch } from '#lib/exports/schema.ts';
import { filterOf, type Reader } from '#lib/history/search-filter.ts';

const own = sql`(${bindings.createdAt}, ${bindings.id})`;
const place = ({ key, id }: TimeCursor) => sql`(${key.toISOString()}::timestamptz, ${id}::text)`;

/** Counting millions of rows takes longer than any other statement may. */
const countTimeout = '60s';

/** The newest row of a search. */
export async function findNewest(
  db: Database,
  search: ExportSearch,
  reader: Reader,
): Promise<TimeCursor | null> {
  const [row] = await db
    .select({ at: bindings.createdAt, id: bindings.id })
    .from(bindings)
    .where(filterOf(search, reader))
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(1);
  return row ? { sort: 'time', key: row.at, id: row.id } : null;
}

/** All rows of a search from `newest` on, to the last one. */
export async function countFrom(
  db: Database,
  search: ExportSearch,
  { newest, ...reader }: Reader & { newest: TimeCursor },
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local statement_timeout = '${countTimeout}'`));
    const [row] = await tx
      .select({ count: sql<string>`count(*)` })
      .from(bindings)
      .where(and(filterOf(search, reader), sql`${own} <= ${place(newest)}`));
    return Number(row?.count ?? 0);
  });
}

/** What an export shows of a row, and its place. */
const columns = {
  id: bindings.id,
  createdAt: bindings.createdAt,
  appId: bindings.appId,
  number: bindings.number,
  numberType: bindings.numberType,
  state: bindings.state,
  callbackUrl: bindings.callbackUrl,
  previousUrl: bindings.previousUrl,
  previousCertainty: bindings.previousCertainty,
  restoresBindingId: bindings.restoresBindingId,
  batchId: bindings.batchId,
  batchLine: bindings.batchLine,
  actorId: bindings.actorId,
  actorName: bindings.actorName,
  actorEmail: bindings.actorEmail,
  source: bindings.source,
  reason: bindings.reason,
  settledAt: bindings.settledAt,
  durationMs: bindings.durationMs,
  attemptCount: bindings.attemptCount,
  code: bindings.code,
  message: bindings.message,
  requestId: bindings.requestId,
} satisfies Partial<Record<keyof BindingRow, unknown>>;

export type ExportRow = Pick<BindingRow, keyof typeof columns>;

/**
 * The next rows of a search at a place, newest first. A statement of its own each time instead of one cursor: a reader
 * who takes an hour holds neither a connection nor a transaction open.
 */
export const listBatch = (
  db: Database,
  search: ExportSearch,
  { from, inclusive, size, ...reader }: Reader & { from: TimeCursor; inclusive: boolean; size: number },
): Promise<ExportRow[]> =>
  db
    .select(columns)
    .from(bindings)
    .where(
      and(filterOf(search, reader), inclusive ? sql`${own} <= ${place(from)}` : sql`${own} < ${place(from)}`),
    )
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(size);

/** Lets a recorded export be fetched, once, until then. Forgets those that nobody came for. */
export async function insertTicket(db: Database, eventId: string, expiresAt: Date): Promise<void> {
  await db.delete(exportTickets).where(lt(exportTickets.expiresAt, now()));
  await db.insert(exportTickets).values({ eventId, expiresAt });
}

/** Whether an export can still be fetched. */
export async function hasTicket(db: Database, eventId: string): Promise<boolean> {
  const found = await db
    .select({ eventId: exportTickets.eventId })
    .from(exportTickets)
    .where(and(eq(exportTickets.eventId, eventId), gt(exportTickets.expiresAt, now())));
  return found.length > 0;
}

/** Uses a ticket up. Of several callers at once exactly one gets it. */
export async function spendTicket(db: Database, eventId: string): Promise<boolean> {
  const used = await db
    .delete(exportTickets)
    .where(and(eq(exportTickets.eventId, eventId), gt(exportTickets.expiresAt, now())))
    .returning({ eventId: exportTickets.eventId });
  return used.length > 0;
}
