import 'server-only';
import { forbidden } from 'next/navigation';
import { recordDenied } from '#lib/audit-log/denied.ts';
import { can, type Permission } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { getContext } from '#lib/entry/get-context.ts';

/** For pages: a viewer without this right gets the 403 page, and it is recorded. Services ask `can` and answer with a problem. */
export async function authorisePage(viewer: Viewer, permission: Permission): Promise<void> {
  if (can(viewer, permission)) return;
  await recordDenied(await getContext(), viewer, { act: 'page', permission });
  forbidden();
}
