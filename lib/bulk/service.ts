import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { cleanText, fingerprintOf } from '#lib/bindings/check-input.ts';
import { readLateness } from '#lib/bindings/lateness.ts';
import { paceOf } from '#lib/bindings/pace-rate.ts';
import { checkLines } from '#lib/bulk/check-lines.ts';
import { deny } from '#lib/bulk/deny.ts';
import { pokeRunner } from '#lib/bulk/poke.ts';
import { forgetProgress, readProgress } from '#lib/bulk/progress.ts';
import type {
  BatchFactsInput,
  BatchLinesSearch,
  ChangeBatchInput,
  StartBatchInput,
} from '#lib/bulk/schema.ts';
import * as store from '#lib/bulk/store.ts';
import { type KnownLine, listKnown } from '#lib/bulk/store-facts.ts';
import { listUndoing } from '#lib/bulk/store-lines.ts';
import { type BatchRow, storeBatch, type WantedLine } from '#lib/bulk/store-start.ts';
import { toBatchFacts, toBatchView, toLineView } from '#lib/bulk/to-view.ts';
import type { BatchesPage, BatchFacts, BatchLinesPage, BatchView, StartBatchAnswer } from '#lib/bulk/view.ts';
import { batchLimits, typedConfirmationOver } from '#lib/domain/batch.ts';
import { isSentForm } from '#lib/domain/phone-number.ts';
import { problem } from '#lib/domain/problem.ts';
import { reasonLimit } from '#lib/domain/reason.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

const pageBatches = 20;
const pageLines = 200;
/** Numbers one statement looks up: the embedded database runs on this very thread. */
const keysAStatement = 1_000;

/** What is known of many numbers, for the dry run; URLs whole, for who is about to replace them. */
export async function readBatchFacts(
  { db, sendsPerSecond }: Context,
  viewer: Viewer,
  { keys }: BatchFactsInput,
): Promise<Result<BatchFacts>> {
  if (!can(viewer, 'batches.run')) return fail(problem('forbidden'));
  const known: (KnownLine | null)[] = keys.map(() => null);
  // What is no number is known of nobody, and may hold what the database takes for no text at all.
  const asked = [...keys.entries()].filter(
    ([, { appId, number }]) => /^\d+$/.test(appId) && isSentForm(number),
  );
  for (let from = 0; from < asked.length; from += keysAStatement) {
    const some = asked.slice(from, from + keysAStatement);
    const found = await listKnown(
      db,
      some.map(([, key]) => key),
    );
    for (const [place, [index]] of some.entries()) known[index] = found[place] ?? null;
  }
  return ok(toBatchFacts(known, paceOf(sendsPerSecond)));
}

/**
 * Stores a batch with all its lines in one transaction and answers at once; the runner sends it. The same key starts
 * one batch, however often it is asked.
 */
export async function startBatch(
  context: Context,
  viewer: Viewer,
  input: StartBatchInput,
): Promise<Result<StartBatchAnswer>> {
  const { confirmedCount, undoesBatchId, title, idempotencyKey } = input;
  const count = input.lines.length;
  if (!can(viewer, 'batches.run'))
    return deny(context, viewer, { act: 'start', batchId: null, lines: count });
  if (count > typedConfirmationOver && confirmedCount !== count)
    return fail(problem('batch_count_not_typed', { params: { count } }));
  const reason = cleanText(input.reason);
  if (reason !== null && reason.length > reasonLimit)
    return fail(problem('reason_too_long', { field: 'reason', params: { limit: reasonLimit } }));
  if (undoesBatchId !== null && (await store.findBatch(context.db, undoesBatchId)) === null)
    return fail(problem('not_found'));
  const { allowHttpCallbacks: allowHttp } = context;
  const checked = checkLines(input, { apps: await context.apps(), allowHttp });
  if (!checked.ok) return checked;
  const wanted = {
    kind: undoesBatchId === null ? ('bind' as const) : ('undo' as const),
    title: cleanText(title),
    reason,
    undoesBatchId,
    actorId: viewer.id,
    actorName: viewer.name,
    actorEmail: viewer.email,
    actorAddress: viewer.address,
    idempotencyKey,
    fingerprint: fingerprintOf(checked.value.map(({ fingerprint }) => fingerprint)),
  };
  const { failPoint } = context;
  const lines =
    undoesBatchId === null ? checked.value : await restoring(context, undoesBatchId, checked.value);
  const started = await storeBatch(context.db, wanted, { lines, failPoint });
  reachFailPoint(failPoint, 'after-batch-commit');
  if (started.kind === 'changed') return ok(started);
  if (started.kind === 'key_used' && !started.sameBatch)
    return fail(problem('batch_key_reused', { params: { batchId: started.batchId } }));
  if (undoesBatchId !== null) forgetProgress(undoesBatchId);
  pokeRunner();
  return ok({ kind: 'started', batchId: started.batchId });
}

/** Names the binding that a line puts back, where it sends just what was in force before the batch. */
async function restoring({ db }: Context, batchId: string, lines: WantedLine[]): Promise<WantedLine[]> {
  const undoing = await listUndoing(db, batchId, batchLimits.rows);
  const before = new Map(undoing.map((line) => [`${line.appId} ${line.number}`, line]));
  return lines.map((line) => {
    const found = before.get(`${line.appId} ${line.number}`);
    const same = found?.callbackUrl === line.callbackUrl && found.numberType === line.numberType;
    return same ? { ...line, restoresBindingId: found.restoresBindingId } : line;
  });
}

/** Pauses, resumes or stops a batch. What was stopped stays stopped: its lines are settled as unsent. */
export async function changeBatch(
  context: Context,
  viewer: Viewer,
  { batchId, to }: ChangeBatchInput,
): Promise<Result<BatchView>> {
  if (!can(viewer, 'batches.run')) return deny(context, viewer, { act: to, batchId, lines: null });
  const { db, failPoint } = context;
  const by = viewer.name;
  if (to === 'stopped') await store.stopBatch(db, batchId, { by, failPoint });
  else await store.changeState(db, batchId, { from: [to === 'paused' ? 'running' : 'paused'], to, by });
  forgetProgress(batchId);
  pokeRunner();
  return getBatch(context, viewer, batchId);
}

/** Batches, newest first. */
export async function listBatches(
  { db }: Context,
  viewer: Viewer,
  { after }: { after: string | null },
): Promise<Result<BatchesPage>> {
  if (!can(viewer, 'batches.read')) return fail(problem('forbidden'));
  const found = await store.listNewest(db, after, pageBatches + 1);
  const shown = found.slice(0, pageBatches);
  const batches: BatchView[] = [];
  for (const row of shown) batches.push(await viewOf({ db }, row));
  return ok({ batches, nextCursor: found.length > pageBatches ? (shown.at(-1)?.id ?? null) : null });
}

/** One batch and how far it is. */
export async function getBatch({ db }: Context, viewer: Viewer, id: string): Promise<Result<BatchView>> {
  if (!can(viewer, 'batches.read')) return fail(problem('forbidden'));
  const row = await store.findBatch(db, id);
  return row === null ? fail(problem('not_found')) : ok(await viewOf({ db }, row));
}

const viewOf = async ({ db }: Pick<Context, 'db'>, row: BatchRow): Promise<BatchView> =>
  toBatchView(row, await readProgress(db, row));

/** Lines of a batch in their order, each with its newest binding. */
export async function listBatchLines(
  context: Context,
  viewer: Viewer,
  id: string,
  { state, after = 0 }: BatchLinesSearch,
): Promise<Result<BatchLinesPage>> {
  if (!can(viewer, 'batches.read')) return fail(problem('forbidden'));
  if ((await store.findBatch(context.db, id)) === null) return fail(problem('not_found'));
  const found = await store.listLines(context.db, id, { state: state ?? null, after, limit: pageLines + 1 });
  const eyes = { apps: await context.apps(), wholeFacts: false };
  const shown = found.slice(0, pageLines);
  const latenessOf = await readLateness(context, shown);
  const lines = shown.map((row) => toLineView(row, eyes, latenessOf(row)));
  return ok({ lines, nextAfter: found.length > pageLines ? (lines.at(-1)?.line ?? null) : null });
}
