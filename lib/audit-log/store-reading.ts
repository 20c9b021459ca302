import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { eventCounts, readingBudgets } from '#lib/db/schema.ts';

export type BudgetRow = typeof readingBudgets.$inferSelect;
type Key = { personId: string; scope: BudgetRow['scope'] };

/** The budget of a person, held until the transaction ends, and the database's time in ms: servers' clocks differ. */
export async function lockBudget(tx: Database, key: Key): Promise<{ row: BudgetRow; nowMs: number }> {
  await tx
    .insert(readingBudgets)
    .values({ ...key, minutes: [], eventId: null })
    .onConflictDoNothing();
  const [found] = await tx
    .select({ row: readingBudgets, nowMs: sql<number>`(extract(epoch from now()) * 1000)::float8` })
    .from(readingBudgets)
    .where(and(eq(readingBudgets.personId, key.personId), eq(readingBudgets.scope, key.scope)))
    .for('update');
  if (!found) throw new Error('A budget that was just stored is there.');
  return found;
}

export async function saveBudget(tx: Database, { personId, scope, ...rest }: BudgetRow): Promise<void> {
  await tx
    .update(readingBudgets)
    .set(rest)
    .where(and(eq(readingBudgets.personId, personId), eq(readingBudgets.scope, scope)));
}

/** Gives an event a count of its own, which grows while its act goes on. */
export async function beginCount(
  tx: Database,
  { eventId, hour, key, count }: { eventId: string; hour: Date; key: string; count: number },
): Promise<void> {
  await tx.insert(eventCounts).values({ hour, key, count, eventId });
}

export async function growCount(tx: Database, eventId: string, by: number): Promise<void> {
  await tx
    .update(eventCounts)
    .set({ count: sql`${eventCounts.count} + ${by}` })
    .where(eq(eventCounts.eventId, eventId));
}

/** The event that a count in this hour belongs to; null where there is none yet. */
export async function findCounted(tx: Database, hour: Date, key: string): Promise<string | null> {
  const [row] = await tx
    .select({ eventId: eventCounts.eventId })
    .from(eventCounts)
    .where(and(eq(eventCounts.hour, hour), eq(eventCounts.key, key)));
  return row?.eventId ?? null;
}
