import 'server-only';
import { and, asc, desc, eq, gt, inArray, lte, max, type SQL, sql } from 'drizzle-orm';
import { consoleItself, recordBatchAct } from '#lib/batches/batch-acts.ts';
import type { BatchRow } from '#lib/batches/store-start.ts';
import { doubtfulOf } from '#lib/batches/store-unknown.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { monotonicMs, now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { batches, bindings } from '#lib/db/schema.ts';
import { unsentLine } from '#lib/delivery/store-attempt.ts';
import type { BatchState, LineState } from '#lib/domain/batch.ts';
import { chunkSize } from '#lib/server/chunk-size.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

/** So many failures of the key, the clock or the network in a row pause a batch. */
export const mostFaultsInARow = 5;
/** Over so many seconds the rate is measured. */
export const rateSeconds = 10;
/** Queued lines a statement settles, see `ChunkSize`. */
const linesAStatement = { least: 100, most: 1_000, targetMs: 25 };

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
  return db
    .select()
    .from(bindings)
    .where(
      and(
        eq(bindings.batchId, batchId),
        gt(bindings.batchLine, after),
        state ? eq(bindings.state, state) : undefined,
        sql`not exists (select 1 from bindings newer where newer.batch_id = ${batchId}
          and newer.batch_line = ${bindings.batchLine} and newer.id > ${bindings.id})`,
      ),
    )
    .orderBy(asc(bindings.batchLine))
    .limit(limit);
}

/** Sets what a person wants of a batch; null where it does not stand where that makes sense. */
export async function changeState(
  db: Database,
  batchId: string,
  { from, to, by }: { from: BatchState[]; to: BatchState; by: string },
): Promise<BatchRow | null> {
  const [changed] = await db
    .update(batches)
    .set({ state: to, changedBy: by, changedAt: now(), pauseCode: null, failStreak: 0 })
    .where(and(eq(batches.id, batchId), inArray(batches.state, from)))
    .returning();
  return changed ?? null;
}

/** Pauses every batch that runs, for a reason that a person has to look into. */
export async function pauseAll(db: Database, code: string): Promise<void> {
  const paused = await db
    .update(batches)
    .set({ state: 'paused', changedBy: null, changedAt: now(), pauseCode: code, failStreak: 0 })
    .where(eq(batches.state, 'running'))
    .returning();
  for (const batch of paused) await recordBatchAct(db, consoleItself, batch, { act: 'paused', code });
}

/**
 * Stops a batch for good and settles what is still queued of it, in one transaction: nobody will send it, and nobody would
 * come back to settle it. What is under way and has to queue up again finds the batch stopped (`requeueBinding`). Null where it
 * had come to its end.
 */
export async function stopBatch(
  db: Database,
  batchId: string,
  { by, failPoint }: { by: string; failPoint: string | null },
): Promise<BatchRow | null> {
  return db.transaction(async (tx) => {
    const from: BatchState[] = ['running', 'paused'];
    const stopped = await changeState(tx, batchId, { from, to: 'stopped', by });
    if (stopped === null) return null;
    reachFailPoint(failPoint, 'before-stop-commit');
    const chunk = chunkSize(linesAStatement);
    for (let after: number | null = 0; after !== null; ) {
      const startedMs = monotonicMs();
      const lines = chunk.rows;
      after = await settleQueued(tx, batchId, { after, lines });
      chunk.took(lines, monotonicMs() - startedMs);
    }
    return stopped;
  });
}

/** Settles queued lines after one of them as unsent, at most so many; gives the last of them, null when there was none. */
async function settleQueued(
  tx: Database,
  batchId: string,
  { after, lines }: { after: number; lines: number },
): Promise<number | null> {
  const rest = and(eq(bindings.batchId, batchId), gt(bindings.batchLine, after), isQueued);
  const next = tx
    .select({ line: bindings.batchLine })
    .from(bindings)
    .where(rest)
    .orderBy(asc(bindings.batchLine))
    .limit(lines)
    .as('next');
  const [last] = await tx.select({ line: max(next.line) }).from(next);
  if (last?.line == null) return null;
  await tx
    .update(bindings)
    .set(unsentLine('stopped'))
    .where(and(rest, lte(bindings.batchLine, last.line)));
  return last.line;
}

/**
 * As something that no index is by. The planner does not know yet how many lines a new batch has queued, takes them for a few
 * and would look at all of them for each chunk.
 */
const isQueued = sql`(${bindings.state} || '') = 'queued'`;

/** Counts a failure that the next line would meet too; enough of them in a row pause the batch. */
export async function countFault(db: Database, batchId: string, code: string): Promise<void> {
  const streak = sql`${batches.failStreak} + 1`;
  const enough = sql`${streak} >= ${mostFaultsInARow} and ${batches.state} = 'running'`;
  const at = now();
  await db.transaction(async (tx) => {
    const [batch] = await tx
      .update(batches)
      .set({
        failStreak: streak,
        state: sql`case when ${enough} then 'paused' else ${batches.state} end`,
        pauseCode: sql`case when ${enough} then ${code} else ${batches.pauseCode} end`,
        changedBy: sql`case when ${enough} then null else ${batches.changedBy} end`,
        changedAt: sql`case when ${enough} then ${at.toISOString()}::timestamptz else ${batches.changedAt} end`,
      })
      .where(eq(batches.id, batchId))
      .returning();
    const paused =
      batch?.state === 'paused' && batch.changedBy === null && batch.failStreak === mostFaultsInARow;
    if (paused) await recordBatchAct(tx, consoleItself, batch, { act: 'paused', code });
  });
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
