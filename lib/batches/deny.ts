import 'server-only';
import { recordDeniedAct } from '#lib/audit-log/denied-limit.ts';
import { recordEvent } from '#lib/audit-log/service.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { problem } from '#lib/domain/problem.ts';
import type { DeniedBatchAct } from '#lib/domain/recorded-event.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';

/**
 * Refuses what somebody without the right asked of a batch, and records it: as one event, since its lines, which were
 * never stored, can be twenty thousand.
 */
export async function deny(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  details: DeniedBatchAct,
): Promise<Result<never>> {
  const record = () => recordEvent({ db }, viewer, { kind: 'denied', details });
  await recordDeniedAct({ db }, viewer, { act: details.act, record });
  return fail(problem('forbidden'));
}
