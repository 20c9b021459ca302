import 'server-only';
import { and, eq, gte, inArray, isNull, like, lt, notLike, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { eventCounts } from '#lib/db/schema.ts';

type Place = { hour: Date; key: string };

/** Long enough to look back at what was counted without an event. */
const daysKept = 2;

/** Counts further acts, and gives how many that makes in this hour. */
export async function addToCount(db: Database, { hour, key }: Place, acts = 1): Promise<number> {
  const [row] = await db
    .insert(eventCounts)
    .values({ hour, key, count: acts })
    .onConflictDoUpdate({
      target: [eventCounts.hour, eventCounts.key],
      set: { count: sql`${eventCounts.count} + ${acts}` },
    })
    .returning({ count: eventCounts.count });
  const count = row?.count ?? acts;
  if (count === acts) await purgeCounts(db, hour);
  return count;
}

async function purgeCounts(db: Database, hour: Date): Promise<void> {
  const before = new Date(hour.getTime() - daysKept * 24 * 3_600_000);
  // Denied acts that were only counted stand nowhere else.
  const isOver = and(lt(eventCounts.hour, before), notLike(eventCounts.key, 'denied:%:%'));
  await db.delete(eventCounts).where(and(isOver, isNull(eventCounts.eventId)));
}

/** Names the event that shows this count. */
export async function linkCount(db: Database, { hour, key }: Place, eventId: string): Promise<void> {
  await db
    .update(eventCounts)
    .set({ eventId })
    .where(and(eq(eventCounts.hour, hour), eq(eventCounts.key, key)));
}

type Sum = {
  /** Of keys such as `PREFIX:NAME:SUFFIX`. */
  prefix: string;
  names?: readonly string[] | undefined;
  suffixes: readonly string[];
  from?: Date | undefined;
  to?: Date | undefined;
};

/** All counts of some keys together, in hours from one to another (left out: without an end). */
export async function sumCounts(db: Database, { prefix, names, suffixes, from, to }: Sum): Promise<number> {
  const part = (n: number) => sql<string>`split_part(${eventCounts.key}, ':', ${n})`;
  const [row] = await db
    .select({ sum: sql<string | null>`sum(${eventCounts.count})` })
    .from(eventCounts)
    .where(
      and(
        like(eventCounts.key, `${prefix}:%:%`),
        inArray(part(3), [...suffixes]),
        names && inArray(part(2), [...names]),
        from && gte(eventCounts.hour, from),
        to && lt(eventCounts.hour, to),
      ),
    );
  return Number(row?.sum ?? 0);
}
