import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import type { AcknowledgeInput } from '#lib/safe-mode/schema.ts';
import { clearSetback, findSetback } from '#lib/safe-mode/store.ts';
import type { SetbackView } from '#lib/safe-mode/view.ts';

/** The setback that stands, or null; for whoever may read what it is about. */
export async function getSetback(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
): Promise<Result<SetbackView | null>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const found = await findSetback(db);
  if (found === null) return ok(null);
  return ok({ ...found, since: found.since.toISOString(), noticedAt: found.noticedAt.toISOString() });
}

/** Takes the notice away for everybody and records who did. One that is gone or not the one that was seen is left alone. */
export async function acknowledgeSetback(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  { noticedAt }: AcknowledgeInput,
): Promise<Result<null>> {
  if (!can(viewer, 'safeMode.acknowledge')) return fail(problem('forbidden'));
  await db.transaction(async (tx) => {
    const seen = await findSetback(tx);
    if (seen === null || !(await clearSetback(tx, new Date(noticedAt)))) return;
    const { kind, since, numbers } = seen;
    const details = { setback: kind, since: since.toISOString(), numbers };
    await recordEvent({ db: tx }, viewer, { kind: 'setback', details });
  });
  return ok(null);
}
