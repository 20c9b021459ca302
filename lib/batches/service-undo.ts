import 'server-only';
import { giveRows, recordUrlsRead } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { findBatch } from '#lib/batches/store.ts';
import type { WantedLine } from '#lib/batches/store-start.ts';
import { listUndoRows, type UndoRow } from '#lib/batches/store-undo.ts';
import { groupLeftOut, toKeptCounts, whyLeftOut } from '#lib/batches/undo-plan.ts';
import type { LeftOutLine, UndoLines, UndoPlan } from '#lib/batches/view.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { KeptUndoCounts, LeftOutReason } from '#lib/domain/undo-plan.ts';
import type { Context } from '#lib/entry/context.ts';
import { yieldLoop } from '#lib/server/yield-loop.ts';

/** Rows that are looked at before others get the thread. */
const rowsATurn = 100;
/** Left-out lines that are named for each reason; the others are counted. */
const namedLines = 20;

type Restorable = UndoRow & { before: NonNullable<UndoRow['before']> & { callbackUrl: string } };
type Undo = { restorable: Restorable[]; plan: UndoPlan };

async function readUndo({ db, apps, allowHttpCallbacks }: Context, batchId: string): Promise<Undo> {
  const given = { appIds: new Set((await apps()).map(({ id }) => id)), allowHttp: allowHttpCallbacks };
  const rows = await listUndoRows(db, batchId);
  const restorable: Restorable[] = [];
  const leftOut: { why: LeftOutReason; line: LeftOutLine }[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % rowsATurn === 0) await yieldLoop();
    const why = whyLeftOut(row, given);
    if (why !== null) leftOut.push({ why, line: { line: row.line, number: row.number } });
    else if (isRestorable(row)) restorable.push(row);
  }
  return {
    restorable,
    plan: {
      total: rows.length,
      restorable: restorable.length,
      unknown: restorable.filter(({ state }) => state === 'unknown').length,
      leftOut: groupLeftOut(leftOut, namedLines),
    },
  };
}

const isRestorable = (row: UndoRow): row is Restorable => typeof row.before?.callbackUrl === 'string';

/**
 * Lines that would put back what was in force before a batch, URLs whole, for who may send them; and what stays out, by
 * reason. `countsOnly`: without the lines, for the page of the batch.
 */
export async function listUndoLines(
  context: Context,
  viewer: Viewer,
  { batchId, countsOnly }: { batchId: string; countsOnly: boolean },
): Promise<Result<UndoLines>> {
  if (!can(viewer, 'batches.run')) return fail(problem('forbidden'));
  if ((await findBatch(context.db, batchId)) === null) return fail(problem('not_found'));
  const { restorable, plan } = await readUndo(context, batchId);
  const lines = restorable.map(({ appId, number, before: { numberType, callbackUrl } }) => ({
    ...{ appId, number, numberType, callbackUrl },
  }));
  if (countsOnly) return ok({ lines: [], more: false, undo: plan });
  const keys = restorable.map(({ before }) => before.id);
  const given = await giveRows(
    context,
    viewer,
    { scope: 'batches', keys },
    { lines, more: false, undo: plan },
  );
  if (given.ok)
    await recordUrlsRead(context, viewer, { use: 'undo', part: batchId, batchId, urls: lines.length });
  return given;
}

/**
 * Names the binding that each line puts back, where it sends just what was in force before the batch; and what of that
 * batch can be put back at this moment, to be kept with the new one.
 */
export async function planUndo(
  context: Context,
  batchId: string,
  lines: readonly WantedLine[],
): Promise<{ lines: WantedLine[]; counts: KeptUndoCounts }> {
  const { restorable, plan } = await readUndo(context, batchId);
  const before = new Map(restorable.map((row) => [`${row.appId} ${row.number}`, row.before]));
  const restoring = lines.map((line) => {
    const found = before.get(`${line.appId} ${line.number}`);
    const same = found?.callbackUrl === line.callbackUrl && found.numberType === line.numberType;
    return same ? { ...line, restoresBindingId: found.id } : line;
  });
  const count = restoring.filter(({ restoresBindingId }) => restoresBindingId !== null).length;
  return { lines: restoring, counts: toKeptCounts(plan, count) };
}
