import 'server-only';
import { and, asc, desc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts, bindings, numbers } from '#lib/db/schema.ts';
import type { BindingState } from '#lib/domain/outcome.ts';
import type { Try } from '#lib/overview/contact.ts';

/** Rows that are counted at most, newest first: the same effort however busy a week was. */
export const countLimit = 100_000;
/** Numbers that are counted at most. */
export const unknownLimit = 1_000;
/** Requests that are looked through for an answer. */
const triesLimit = 50;

export type OutcomeCount = { state: BindingState; inWeek: number; inDay: number };

/** How many changes ended how since `weekFrom`, and of those since `dayFrom`. One range of the index of times. */
export async function countOutcomes(
  db: Database,
  { dayFrom, weekFrom }: { dayFrom: Date; weekFrom: Date },
): Promise<OutcomeCount[]> {
  const recent = db
    .select({ state: bindings.state, createdAt: bindings.createdAt })
    .from(bindings)
    .where(gte(bindings.createdAt, weekFrom))
    .orderBy(desc(bindings.createdAt))
    .limit(countLimit + 1)
    .as('recent');
  const day = sql`${recent.createdAt} >= ${dayFrom.toISOString()}::timestamptz`;
  const rows = await db
    .select({
      state: recent.state,
      inWeek: sql<string>`count(*)`,
      inDay: sql<string>`count(*) filter (where ${day})`,
    })
    .from(recent)
    .groupBy(recent.state);
  return rows.map(({ state, inWeek, inDay }) => ({ state, inWeek: Number(inWeek), inDay: Number(inDay) }));
}

/** Changes of unknown outcome that no bound change of their number has overtaken, the newest of each; oldest first. */
export async function listUnknown(db: Database): Promise<{ row: BindingRow; isNewest: boolean }[]> {
  return (
    db
      .select({ row: bindings, isNewest: sql<boolean>`${numbers.newestBindingId} = ${bindings.id}` })
      .from(numbers)
      .innerJoin(bindings, eq(bindings.id, numbers.openBindingId))
      .where(and(isNotNull(numbers.openBindingId), eq(bindings.state, 'unknown')))
      // Ids rise with time.
      .orderBy(asc(numbers.openBindingId))
      .limit(unknownLimit + 1)
  );
}

export const listByIds = (db: Database, ids: readonly string[]): Promise<BindingRow[]> =>
  db
    .select()
    .from(bindings)
    .where(inArray(bindings.id, [...ids]));

/** The newest finished requests, newest first. */
export async function listTries(db: Database): Promise<Try[]> {
  const rows = await db
    .select({
      finishedAt: attempts.finishedAt,
      outcome: attempts.outcome,
      code: attempts.code,
      clockSkewMs: attempts.clockSkewMs,
    })
    .from(attempts)
    .where(isNotNull(attempts.finishedAt))
    .orderBy(desc(attempts.finishedAt))
    .limit(triesLimit);
  return rows.flatMap(({ finishedAt, outcome, ...rest }) =>
    finishedAt && outcome ? [{ finishedAt, outcome, ...rest }] : [],
  );
}
