import 'server-only';
import { giveRows, recordUrlsRead } from '#lib/audit-log/reading.ts';
import { readResetMarks } from '#lib/audit-log/resets.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { recordBatchAct } from '#lib/batches/batch-acts.ts';
import { checkLines } from '#lib/batches/check-lines.ts';
import { deny } from '#lib/batches/deny.ts';
import { findKnownLines } from '#lib/batches/known-lines.ts';
import { forgetProgress, readProgress } from '#lib/batches/progress.ts';
import type {
  BatchFactsInput,
  BatchLinesSearch,
  ChangeBatchInput,
  StartBatchInput,
} from '#lib/batches/schema.ts';
import { planUndo } from '#lib/batches/service-undo.ts';
import * as store from '#lib/batches/store.ts';
import { type KnownLine, listKnown, listListed } from '#lib/batches/store-facts.ts';
import { type BatchRow, storeBatch } from '#lib/batches/store-start.ts';
import { toBatchFacts, toBatchView, toLineView } from '#lib/batches/to-view.ts';
import type {
  BatchesPage,
  BatchFacts,
  BatchLinesPage,
  BatchView,
  StartBatchAnswer,
} from '#lib/batches/view.ts';
import { pokeRunner } from '#lib/batches/wake-runner.ts';
import { cleanText, fingerprintOf } from '#lib/bind-number/check-input.ts';
import type { Database } from '#lib/db/client.ts';
import { readLateArrivals } from '#lib/delivery/late-arrival.ts';
import { typedConfirmationOver } from '#lib/domain/batch.ts';
import { problem } from '#lib/domain/problem.ts';
import { reasonLimit } from '#lib/domain/reason.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { findHomeCountry } from '#lib/entry/home-country.ts';
import { paceOf } from '#lib/rate-limit/rate.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

const pageBatches = 20;
const pageLines = 200;
/** Numbers one statement looks up: about 10 ms of the embedded database, which runs on the JavaScript thread. */
const keysAStatement = 500;

/** What is known of many numbers, for the dry run; URLs whole, for who is about to replace them. */
export async function readBatchFacts(
  { db, sendsPerSecond }: Context,
  viewer: Viewer,
  { keys, batchKey }: BatchFactsInput,
): Promise<Result<BatchFacts>> {
  if (!can(viewer, 'batches.run')) return fail(problem('forbidden'));
  const known: (KnownLine | null)[] = keys.map(() => null);
  const listed: number[] = [];
  // What is no number is known of nobody, and may hold what the database takes for no text at all.
  const asked = [...keys.entries()].filter(
    ([, { appId, number }]) => /^\d+$/.test(appId) && /^\d{2,20}$/.test(number),
  );
  for (let from = 0; from < asked.length; from += keysAStatement) {
    const some = asked.slice(from, from + keysAStatement);
    const found = await listKnown(
      db,
      some.map(([, key]) => key),
    );
    for (const [place, [index]] of some.entries()) known[index] = found[place] ?? null;
    const keysOf = some.map(([, key]) => key);
    for (const place of await listListed(db, keysOf)) listed.push(some[place]?.[0] ?? 0);
  }
  const rows = known.flatMap((fact) => (fact?.boundUrl ? [fact.newestBindingId] : []));
  const facts = await giveRows(
    { db },
    viewer,
    { scope: 'batches', keys: rows },
    toBatchFacts(known, { listed, sendsPerSecond: paceOf(sendsPerSecond) }),
  );
  if (facts.ok)
    await recordUrlsRead({ db }, viewer, { use: 'facts', part: batchKey, batchId: null, urls: rows.length });
  return facts;
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
  const [apps, { country: home }, known] = await Promise.all([
    context.knownApps(),
    findHomeCountry(context, viewer),
    findKnownLines(context.db, input.lines),
  ]);
  const checked = await checkLines(input, { apps, allowHttp, home, known });
  if (!checked.ok) return checked;
  const undo = undoesBatchId === null ? null : await planUndo(context, undoesBatchId, checked.value);
  const wanted = {
    kind: undoesBatchId === null ? ('bind' as const) : ('undo' as const),
    title: cleanText(title),
    reason,
    undoesBatchId,
    undoCounts: undo?.counts ?? null,
    readings: input.readings?.length ? input.readings : null,
    actorId: viewer.id,
    actorName: viewer.name,
    actorEmail: viewer.email,
    actorAddress: viewer.address,
    idempotencyKey,
    fingerprint: fingerprintOf(checked.value.map(({ fingerprint }) => fingerprint)),
  };
  const { failPoint } = context;
  const lines = undo?.lines ?? checked.value;
  const onStored = (db: Database, batch: BatchRow) =>
    recordBatchAct(db, viewer, batch, { act: 'started', lines: batch.total });
  const started = await storeBatch(context.db, wanted, { lines, failPoint, onStored });
  reachFailPoint(failPoint, 'after-batch-commit');
  if (started.kind === 'changed') return ok(started);
  if (started.kind === 'key_used' && !started.sameBatch)
    return fail(problem('batch_key_reused', { params: { batchId: started.batchId } }));
  if (undoesBatchId !== null) forgetProgress(undoesBatchId);
  pokeRunner();
  return ok({ kind: 'started', batchId: started.batchId });
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
  await db.transaction(async (tx) => {
    const changed =
      to === 'stopped'
        ? await store.stopBatch(tx, batchId, { by, failPoint })
        : await store.changeState(tx, batchId, { from: [to === 'paused' ? 'running' : 'paused'], to, by });
    if (changed)
      await recordBatchAct(tx, viewer, changed, { act: to === 'running' ? 'resumed' : to, code: null });
  });
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
  return ok({
    batches: await viewsOf({ db }, shown),
    nextCursor: found.length > pageBatches ? (shown.at(-1)?.id ?? null) : null,
  });
}

/** One batch and how far it is. */
export async function getBatch({ db }: Context, viewer: Viewer, id: string): Promise<Result<BatchView>> {
  if (!can(viewer, 'batches.read')) return fail(problem('forbidden'));
  const row = await store.findBatch(db, id);
  const [view] = row === null ? [] : await viewsOf({ db }, [row]);
  return view ? ok(view) : fail(problem('not_found'));
}

async function viewsOf({ db }: Pick<Context, 'db'>, rows: readonly BatchRow[]): Promise<BatchView[]> {
  const markOf = await readResetMarks(db, rows);
  const views: BatchView[] = [];
  for (const row of rows) views.push(toBatchView(row, await readProgress(db, row), markOf(row)));
  return views;
}

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
  const eyes = { apps: await context.knownApps(), wholeFacts: false, hiddenPartKey: context.hiddenPartKey() };
  const shown = found.slice(0, pageLines);
  const latenessOf = await readLateArrivals(context, shown);
  const lines = shown.map((row) => toLineView(row, eyes, latenessOf(row)));
  const nextAfter = found.length > pageLines ? (lines.at(-1)?.line ?? null) : null;
  return giveRows(
    context,
    viewer,
    { scope: 'batches', keys: shown.map((row) => row.id) },
    { lines, nextAfter },
  );
}
