import 'server-only';
import { randomUUID } from 'node:crypto';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { recordBatchAct } from '#lib/batches/batch-acts.ts';
import { deny } from '#lib/batches/deny.ts';
import { forgetProgress } from '#lib/batches/progress.ts';
import type { RetryBatchInput } from '#lib/batches/schema.ts';
import { findBatch } from '#lib/batches/store.ts';
import { listRefused, lockBatch } from '#lib/batches/store-lines.ts';
import { reopen, storeLines, type WantedLine } from '#lib/batches/store-start.ts';
import { pokeRunner } from '#lib/batches/wake-runner.ts';
import { refuseApp } from '#lib/bind-number/check-app.ts';
import { checkUrl, fingerprintOf } from '#lib/bind-number/check-input.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { now } from '#lib/clock.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';

/**
 * Sends refused lines again, some with another URL: exactly those that the person saw. A line that somebody has sent
 * again meanwhile, or whose number changed, refuses the whole.
 */
export async function retryBatch(
  context: Context,
  viewer: Viewer,
  { batchId, bindingIds, mended }: RetryBatchInput,
): Promise<Result<{ count: number }>> {
  if (!can(viewer, 'batches.run'))
    return deny(context, viewer, { act: 'retry', batchId, lines: bindingIds.length });
  const urls: Mended = new Map();
  for (const { line, callbackUrl } of mended) {
    const checked = checkUrl(callbackUrl, context.allowHttpCallbacks);
    if (!checked.ok) return fail({ ...checked.problem, params: { ...checked.problem.params, line } });
    urls.set(line, { callbackUrl, callbackHost: checked.value.host });
  }
  const known = await context.knownApps();
  const done = await context.db.transaction(async (tx): Promise<Result<{ count: number }>> => {
    await lockBatch(tx, batchId);
    const batch = await findBatch(tx, batchId);
    if (batch === null) return fail(problem('not_found'));
    const rows = await listRefused(tx, batchId, [...new Set(bindingIds)]);
    if (rows.length !== new Set(bindingIds).size) return fail(problem('batch_lines_changed'));
    const refusal = rows.map(({ appId }) => refuseApp(known, appId)).find((each) => each !== null);
    if (refusal) return fail(problem(refusal.code));
    const again = {
      ...batch,
      actorId: viewer.id,
      actorName: viewer.name,
      actorEmail: viewer.email,
      actorAddress: viewer.address,
      at: now(),
    };
    const changed = await storeLines(
      tx,
      again,
      rows.map((row) => anew(row, urls)),
    );
    if (changed.length > 0) return fail(problem('batch_lines_changed'));
    await reopen(tx, batchId);
    await recordBatchAct(tx, viewer, batch, { act: 'retried', lines: rows.length });
    return ok({ count: rows.length });
  });
  forgetProgress(batchId);
  pokeRunner();
  return done;
}

type Mended = Map<number, Pick<WantedLine, 'callbackUrl' | 'callbackHost'>>;

function anew(row: BindingRow, mended: Mended): WantedLine {
  const { appId, number, numberType } = row;
  const line = row.batchLine ?? 0;
  const { callbackUrl, callbackHost } = mended.get(line) ?? row;
  // A line with another URL puts nothing back.
  const restoresBindingId = callbackUrl === row.callbackUrl ? row.restoresBindingId : null;
  return {
    ...{ line, appId, number, numberType, callbackUrl, callbackHost, restoresBindingId },
    seen: row.id,
    idempotencyKey: `${randomUUID()} ${line}`,
    fingerprint: fingerprintOf([appId, number, numberType, callbackUrl]),
  };
}
