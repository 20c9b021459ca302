import 'server-only';
import { recordDenied } from '#lib/audit-log/denied.ts';
import { findViewer } from '#lib/auth/access.ts';
import { can, type Permission } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { type Pace, secondsUntilAllowed } from '#lib/entry/action-pace.ts';
import type { Context } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';

/** What a door hands to whatever stands behind it. */
export type Scope = { context: Context; viewer: Viewer };

/**
 * Who is it, do they keep their pace, may they: asked at every request, before anything else is looked at. The pace comes
 * before the right, since what is refused is recorded.
 */
export async function authorizeRequest(
  permission: Permission | undefined,
  pace: Pace,
): Promise<Result<Scope>> {
  const viewer = await findViewer();
  if (!viewer) return fail(problem('signed_out'));
  const seconds = await secondsUntilAllowed(viewer.id, pace);
  if (seconds !== null) return fail(problem('too_many_requests', { params: { seconds } }));
  const scope = { context: await getContext(), viewer };
  return permission ? checkPermission(scope, permission) : ok(scope);
}

/** May they? Whoever may not is refused, and that is recorded. */
export async function checkPermission(scope: Scope, permission: Permission): Promise<Result<Scope>> {
  const { context, viewer } = scope;
  if (can(viewer, permission)) return ok(scope);
  await recordDenied(context, viewer, { act: 'request', permission });
  return fail(problem('forbidden'));
}
