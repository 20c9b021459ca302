import 'server-only';
import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts, bindings } from '#lib/db/schema.ts';

const interrupted = { code: 'Unknown.Interrupted', message: null, requestId: null };

/** The database's clock, on which leases are kept, in ms since 1970. */
export async function readDatabaseClock(db: Database): Promise<number> {
  const { rows } = await db.execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  return Number(rows[0]?.ms);
}

/**
 * Finishes attempts whose lease was over at a moment of the database's clock, now where none is given, and on a database of
 * our own also those of every other process, as unknown. Gives how many. Many processes may do so at once: each attempt is
 * finished once.
 */
export async function settleAbandoned(
  db: Database,
  { owner, soleProcess, at }: { owner: string; soleProcess: boolean; at?: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const finishedAt = now();
    const leaseOver = lt(attempts.leaseUntil, at ?? sql`clock_timestamp()`);
    const abandoned = await tx
      .update(attempts)
      .set({ ...interrupted, finishedAt, outcome: 'unknown' })
      .where(
        and(isNull(attempts.finishedAt), soleProcess ? or(leaseOver, ne(attempts.owner, owner)) : leaseOver),
      )
      .returning({ id: attempts.bindingId });
    if (abandoned.length === 0) return 0;
    const ids = abandoned.map(({ id }) => id);
    await tx
      .update(bindings)
      .set({ ...interrupted, state: 'unknown', settledAt: finishedAt })
      .where(and(inArray(bindings.id, ids), eq(bindings.state, 'sending')));
    return abandoned.length;
  });
}
