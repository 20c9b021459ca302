import 'server-only';
import { findViewer } from '#lib/auth/access.ts';
import { can, type Permission } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { withinPace } from '#lib/entry/action-pace.ts';
import type { Context } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';

/** What a door hands to whatever stands behind it. */
export type Scope = { context: Context; viewer: Viewer };

/** Who is it, may they, do they keep their pace: asked anew at every request, before anything else is looked at. */
export async function admit(permission: Permission | undefined): Promise<Result<Scope>> {
  const viewer = await findViewer();
  if (!viewer) return fail(problem('signed_out'));
  if (permission && !can(viewer, permission)) return fail(problem('forbidden'));
  if (!(await withinPace(viewer.sessionId))) return fail(problem('too_many_requests'));
  return ok({ context: await getContext(), viewer });
}
