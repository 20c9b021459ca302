import 'server-only';
import { and, asc, desc, eq, isNotNull, ne, notInArray, sql } from 'drizzle-orm';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts, bindings } from '#lib/db/schema.ts';
import { expiredCode } from '#lib/domain/provider-codes.ts';

export const listAttempts = (db: Database, bindingId: string) =>
  db.select().from(attempts).where(eq(attempts.bindingId, bindingId)).orderBy(asc(attempts.n));

/** The skew measured when a signature of the binding last expired, in ms; null when none did or no answer told it. */
export async function findClockSkew(
  db: Database,
  { id, code, attemptCount }: BindingRow,
): Promise<number | null> {
  // A binding that ended at its first attempt with another code needs no look.
  if (attemptCount < 2 && code !== expiredCode) return null;
  const [found] = await db
    .select({ skewMs: attempts.clockSkewMs })
    .from(attempts)
    .where(and(eq(attempts.bindingId, id), eq(attempts.code, expiredCode), isNotNull(attempts.clockSkewMs)))
    .orderBy(desc(attempts.n))
    .limit(1);
  return found?.skewMs ?? null;
}

export type Related = { previousId: string | null; nextId: string | null; restoredByIds: string[] };

/**
 * The binding's neighbours in its number's history, and the bindings that put it back or may have: a restore that was
 * refused, denied or never sent put nothing back.
 */
export async function findRelated(db: Database, binding: BindingRow): Promise<Related> {
  const { id, appId, number, createdAt } = binding;
  const place = sql`(${createdAt.toISOString()}::timestamptz, ${id}::text)`;
  const own = sql`(${bindings.createdAt}, ${bindings.id})`;
  const sameNumber = and(eq(bindings.appId, appId), eq(bindings.number, number), ne(bindings.id, id));
  const only = { id: bindings.id };
  const [previous] = await db
    .select(only)
    .from(bindings)
    .where(and(sameNumber, sql`${own} < ${place}`))
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(1);
  const [next] = await db
    .select(only)
    .from(bindings)
    .where(and(sameNumber, sql`${own} > ${place}`))
    .orderBy(asc(bindings.createdAt), asc(bindings.id))
    .limit(1);
  const restoredBy = await db
    .select(only)
    .from(bindings)
    .where(
      and(
        sameNumber,
        eq(bindings.restoresBindingId, id),
        notInArray(bindings.state, ['refused', 'denied', 'unsent']),
      ),
    )
    .orderBy(desc(bindings.createdAt))
    .limit(50);
  return {
    previousId: previous?.id ?? null,
    nextId: next?.id ?? null,
    restoredByIds: restoredBy.map((row) => row.id),
  };
}
