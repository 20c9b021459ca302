import 'server-only';
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { refreshNumberLine } from '#lib/bindings/store-number.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts, batches, bindings } from '#lib/db/schema.ts';
import { leaseMs } from '#lib/delivery/limits.ts';
import { unsentCodes } from '#lib/domain/batch.ts';
import type { AttemptReason, BindingState } from '#lib/domain/outcome.ts';
import type { SendReport } from '#lib/tencent/gateway.ts';

export type AttemptId = { bindingId: string; n: number };

/** Leases are kept on the database's clock, which all processes share. */
const leaseUntil = sql`clock_timestamp() + ${leaseMs} * interval '1 millisecond'`;

const stillOpen = ({ bindingId, n }: AttemptId) =>
  and(eq(attempts.bindingId, bindingId), eq(attempts.n, n), isNull(attempts.finishedAt));

/** Writes the attempt that is about to be sent. Part of the transaction that decides to send it. */
export async function writeAhead(
  tx: Database,
  binding: BindingRow,
  attempt: { n: number; why: AttemptReason; owner: string; bodySha256: string },
): Promise<void> {
  const { id: bindingId, appId, number } = binding;
  await tx.insert(attempts).values({ ...attempt, bindingId, appId, number, leaseUntil, committedAt: now() });
}

/** RequestIds of the attempts so far, for the update that counts a further one. */
export const requestIdsSoFar = (bindingId: string): SQL =>
  sql`(select string_agg(${attempts.requestId}, ' ' order by ${attempts.n}) from ${attempts} where ${attempts.bindingId} = ${bindingId})`;

/** Lets leases that are not over begin anew, and gives those attempts. The others are somebody else's to settle. */
export async function renewLeases(db: Database, of: readonly AttemptId[]): Promise<AttemptId[]> {
  if (of.length === 0) return [];
  const ids = sql.join(
    of.map(({ bindingId, n }) => sql`(${bindingId}, ${n}::int)`),
    sql`, `,
  );
  return db
    .update(attempts)
    .set({ leaseUntil })
    .where(
      and(
        sql`(${attempts.bindingId}, ${attempts.n}) in (${ids})`,
        isNull(attempts.finishedAt),
        gt(attempts.leaseUntil, sql`clock_timestamp()`),
      ),
    )
    .returning({ bindingId: attempts.bindingId, n: attempts.n });
}

/** Writes what an attempt proved. False when it had been finished before, which nothing may change. */
export async function finishAttempt(tx: Database, attempt: AttemptId, report: SendReport): Promise<boolean> {
  const { outcome, httpStatus, code, message, requestId, durationMs, signedAt, clockSkewMs } = report;
  const finished = await tx
    .update(attempts)
    .set({
      finishedAt: now(),
      outcome,
      httpStatus,
      code,
      message,
      requestId,
      durationMs,
      signedAt,
      clockSkewMs,
    })
    .where(stillOpen(attempt))
    .returning({ n: attempts.n });
  return finished.length === 1;
}

/**
 * Finishes an attempt that will be repeated and writes the next one ahead, in one transaction: the number is never
 * free in between. Null when the attempt had been settled by somebody else.
 */
export async function continueBinding(
  db: Database,
  binding: BindingRow,
  step: { n: number; report: SendReport; owner: string; bodySha256: string },
): Promise<AttemptId | null> {
  return db.transaction(async (tx) => {
    if (!(await finishAttempt(tx, { bindingId: binding.id, n: step.n }, step.report))) return null;
    const next = { bindingId: binding.id, n: step.n + 1 };
    const { owner, bodySha256 } = step;
    await writeAhead(tx, binding, { n: next.n, why: 'retry', owner, bodySha256 });
    await tx
      .update(bindings)
      .set({ attemptCount: next.n, earlierRequestIds: requestIdsSoFar(binding.id) })
      .where(eq(bindings.id, binding.id));
    return next;
  });
}

/**
 * Finishes an attempt that was certainly not applied, and lets its binding, a line of a batch, wait for its turn again; in a
 * batch that was stopped meanwhile it is unsent. False when somebody else settled it first.
 */
export async function requeueBinding(db: Database, attempt: AttemptId, report: SendReport): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await finishAttempt(tx, attempt, report))) return false;
    const [binding] = await tx
      .update(bindings)
      .set({ state: 'queued', code: report.code, message: report.message, requestId: report.requestId })
      .where(eq(bindings.id, attempt.bindingId))
      .returning();
    if (binding === undefined) throw new Error('An attempt without its binding.');
    // Two steps, since history's guard lets nothing that was sent become unsent but by way of the queue.
    if (await isStopped(tx, binding))
      await tx.update(bindings).set(unsentLine('stopped')).where(eq(bindings.id, binding.id));
    await refreshNumberLine(tx, binding);
    return true;
  });
}

/** What a queued line is settled as that is not sent any more: its batch was stopped, or its app is retired. */
export const unsentLine = (why: 'stopped' | 'retired') => ({
  state: 'unsent' as const,
  settledAt: now(),
  code: unsentCodes[why],
  message: null,
  requestId: null,
});

/** Holds the batch until the transaction ends: who stops it settles the line that was queued before, and else it is seen here. */
async function isStopped(tx: Database, { batchId }: BindingRow): Promise<boolean> {
  if (batchId === null) return false;
  const [batch] = await tx
    .select({ state: batches.state })
    .from(batches)
    .where(eq(batches.id, batchId))
    .for('share');
  return batch?.state === 'stopped';
}

/**
 * Finishes the last attempt and settles its binding, in one transaction. Null when somebody else settled it first;
 * then history keeps what they wrote.
 */
export async function settleBinding(
  db: Database,
  attempt: AttemptId,
  settlement: { report: SendReport; state: BindingState; durationMs: number },
): Promise<BindingRow | null> {
  const { report, state, durationMs } = settlement;
  return db.transaction(async (tx) => {
    if (!(await finishAttempt(tx, attempt, report))) return null;
    const { code, message, requestId } = report;
    const [binding] = await tx
      .update(bindings)
      .set({ state, settledAt: now(), code, message, requestId, durationMs })
      .where(eq(bindings.id, attempt.bindingId))
      .returning();
    if (binding === undefined) throw new Error('An attempt without its binding.');
    // An unknown binding stays what is open of its number.
    if (state !== 'unknown') await refreshNumberLine(tx, binding);
    return binding;
  });
}
