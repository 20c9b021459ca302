import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { RevealInput } from '#lib/bind-number/schema.ts';
import { findBinding } from '#lib/bindings/store-find.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';

/** One URL of a binding, whole. Recorded first: what could not be recorded is not shown. */
export async function revealUrl(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  { bindingId, which }: RevealInput,
): Promise<Result<{ url: string }>> {
  if (!can(viewer, 'urls.reveal')) return fail(problem('forbidden'));
  const row = await findBinding(db, bindingId);
  const url = which === 'new' ? row?.callbackUrl : row?.previousUrl;
  if (!row || !url) return fail(problem('not_found'));
  const { appId, number } = row;
  await recordEvent({ db }, viewer, { kind: 'reveal', details: { bindingId, which, appId, number } });
  return ok({ url });
}
