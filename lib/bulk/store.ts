import 'server-only';
import { and, asc, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { stoppedLine } from '#lib/bindings/store-attempt.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { BatchRow } from '#lib/bulk/store-start.ts';
import { doubtfulOf } from '#lib/bulk/store-unknown.ts';
import type { Database } from '#lib/db/client.ts';
import { batches, bindings } from '#lib/db/schema.ts';
import type { BatchState, LineState } from '#lib/domain/batch.ts';
import { now } from '#lib/server/clock.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

/** So many failures of the key, the clock or the network in a row pause a batch. */
export const mostFaultsInARow = 5;
/** Over so many seconds the rate is measured. */
export const rateSeconds = 10;

export const findBatch = async (db: Database, id: string): Promise<BatchRow | null> =>
  (await db.select().from(batches).where(eq(batches.id, id)))[0] ?? null;

/** Batches that have something to do, oldest first. */
export const listRunning = (db: Database): Promise<BatchRow[]> =>
  db
    .select()
    .from(batches)
    .where(eq(batches.state, 'running'))
    .orderBy(asc(batches.createdAt), asc(batches.id));

/** Newest first, from a batch's id on. */
export const listNewest = (db: Database, before: string | null, limit: number): Promise<BatchRow[]> =>
  db
    .select()
    .from(batches)
    .where(before === null ? undefined : sql`${batches.id} < ${before}`)
    .orderBy(desc(batches.id))
    .limit(limit);

/** Batches that take this one back, newest first. */
export const listUndoing = (db: Database, batchId: string): Promise<BatchRow[]> =>
  db.select().from(batches).where(eq(batches.undoesBatchId, batchId)).orderBy(desc(batches.id));

/** The newest binding of each line. */
const currentOf = (batchId: string): SQL => sql`
  select distinct on (batch_line) * from bindings where batch_id = ${batchId} order by batch_line, id desc`;

export type Progress = { counts: Partial<Record<LineState, number>>; settledLately: number };

/** How many lines stand where, and how many came to an end lately. */
export async function countLines(db: Database, batchId: string): Promise<Progress> {
  const { rows } = await db.execute<{ state: LineState; lines: number; lately: number }>(sql`
    select state, count(*)::int as lines,
      (count(*) filter (where settled_at > now() - ${rateSeconds} * interval '1 second'))::int as lately
    from (${currentOf(batchId)}) as current group by state`);
  return {
    counts: Object.fromEntries(rows.map(({ state, lines }) => [state, lines])),
    settledLately: rows.reduce((sum, { state, lately }) => (state === 'unsent' ? sum : sum + lately), 0),
  };
}

/** Lines in their order after one of them, each with its newest binding. */
export async function listLines(
  db: Database,
  batchId: string,
  { state, after, limit }: { state: LineState | null; after: number; limit: number },
): Promise<BindingRow[]> {
  const newest = db
    .selectDistinctOn([bindings.batchLine], { id: bindings.id })
    .from(bindings)
    .where(and(eq(bindings.batchId, batchId), gt(bindings.batchLine, after)))
    .orderBy(bindings.batchLine, desc(bindings.id))
    .as('newest');
  return db
    .select()
    .from(bindings)
    .where(
      and(
        inArray(bindings.id, db.select({ id: newest.id }).from(newest)),
        state ? eq(bindings.state, state) : undefined,
      ),
    )
    .orderBy(asc(bindings.batchLine))
    .limit(limit);
}

/** Sets what a person wants of a batch, if it stands where that makes sense. */
export async function changeState(
  db: Database,
  batchId: string,
  { from, to, by }: { from: BatchState[]; to: BatchState; by: string },
): Promise<boolean> {
  const changed = await db
    .update(batches)
    .set({ state: to, changedBy: by, changedAt: now(), pauseCode: null, failStreak: 0 })
    .where(and(eq(batches.id, batchId), inArray(batches.state, from)))
    .returning({ id: batches.id });
  return changed.length > 0;
}

/** Pauses every batch that runs, for a reason that a person has to look into. */
export async function pauseAll(db: Database, code: string): Promise<void> {
  await db
    .update(batches)
    .set({ state: 'paused', changedBy: null, changedAt: now(), pauseCode: code, failStreak: 0 })
    .where(eq(batches.state, 'running'));
}

/**
 * Stops a batch for good and settles what is still queued of it, in one transaction: nobody will send it, and nobody would
 * come back to settle it. What is under way and has to queue up again finds the batch stopped (`requeueBinding`).
 */
export async function stopBatch(
  db: Database,
  batchId: string,
  { by, failPoint }: { by: string; failPoint: string | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    const from: BatchState[] = ['running', 'paused'];
    if (!(await changeState(tx, batchId, { from, to: 'stopped', by }))) return;
    reachFailPoint(failPoint, 'before-stop-commit');
    await tx
      .update(bindings)
      .set(stoppedLine())
      .where(and(eq(bindings.batchId, batchId), eq(bindings.state, 'queued')));
  });
}

/** Counts a failure that the next line would meet too; enough of them in a row pause the batch. */
export async function countFault(db: Database, batchId: string, code: string): Promise<void> {
  const streak = sql`${batches.failStreak} + 1`;
  const enough = sql`${streak} >= ${mostFaultsInARow} and ${batches.state} = 'running'`;
  await db
    .update(batches)
    .set({
      failStreak: streak,
      state: sql`case when ${enough} then 'paused' else ${batches.state} end`,
      pauseCode: sql`case when ${enough} then ${code} else ${batches.pauseCode} end`,
      changedBy: sql`case when ${enough} then null else ${batches.changedBy} end`,
      changedAt: sql`case when ${enough} then ${now().toISOString()}::timestamptz else ${batches.changedAt} end`,
    })
    .where(eq(batches.id, batchId));
}

/** A line went through: whatever failed before was not the key, the clock or the network. */
export async function forgetFaults(db: Database, batchId: string): Promise<void> {
  await db
    .update(batches)
    .set({ failStreak: 0 })
    .where(and(eq(batches.id, batchId), gt(batches.failStreak, 0)));
}

/** Ends a batch whose lines have all come to an end. One that became doubtful since it was looked for counts too. */
export async function finish(db: Database, batchId: string): Promise<void> {
  const at = now();
  await db
    .update(batches)
    .set({ state: 'done', finishedAt: at, changedAt: at, changedBy: null })
    .where(
      and(
        eq(batches.id, batchId),
        eq(batches.state, 'running'),
        sql`not exists (select 1 from ${bindings} where ${bindings.batchId} = ${batchId} and ${bindings.state} in ('queued', 'sending'))`,
        sql`not exists (select 1 ${doubtfulOf(batchId)})`,
      ),
    );
}
