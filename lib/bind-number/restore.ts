import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { refuseApp } from '#lib/bind-number/check-app.ts';
import { denyBinding, denyRequest } from '#lib/bind-number/deny.ts';
import type { BindInput } from '#lib/bind-number/schema.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { findBinding } from '#lib/bindings/store-find.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';
import type { Context } from '#lib/entry/context.ts';

/**
 * The binding that an input names as the one it puts back; null where it names none. The browser need not know the
 * URL: what it names of it is null or the stored text itself, and what is sent is always the stored one.
 */
export async function findRestored(context: Context, input: BindInput): Promise<Result<BindingRow | null>> {
  const { restoresBindingId: id, source } = input;
  if ((source === 'form') !== (id === null)) return fail(problem('invalid_input'));
  if (id === null) return ok(null);
  const row = await findBinding(context.db, id);
  const same =
    row !== null &&
    row.appId === input.appId &&
    row.number === input.number &&
    (input.callbackUrl === null || input.callbackUrl === row.callbackUrl) &&
    (input.numberType === null || input.numberType === row.numberType);
  return same ? ok(row) : fail(problem('not_found'));
}

/** Why a binding's URL cannot be put back, whoever asks; null where it can. */
export async function refuseRestore(context: Context, row: BindingRow): Promise<Problem | null> {
  const { state, callbackUrl, appId } = row;
  // What was refused or denied was never in force, and what is under way has no end yet.
  if (state !== 'bound' && state !== 'unknown') return problem('restore_never_in_force');
  if (callbackUrl === null) return problem('restore_no_url');
  if (refuseApp(await context.knownApps(), appId)) return problem('restore_app_gone');
  const read = readCallbackUrl(callbackUrl, { allowHttp: context.allowHttpCallbacks });
  // The rules may have become stricter since. What they would rewrite is not the text that was in force.
  if (!read.ok || read.value.url !== callbackUrl) return problem('restore_url_not_allowed');
  return null;
}

/** Records a request to repeat a binding by a person without the right. At most one row for each attempt. */
export async function denyRepeat(
  { db }: Context,
  viewer: Viewer,
  { bindingId, afterAttempt }: { bindingId: string; afterAttempt: number },
): Promise<void> {
  const row = await findBinding(db, bindingId);
  if (row === null) return denyRequest({ db }, viewer);
  const { appId, number, numberType, callbackUrl, callbackHost, source, fingerprint } = row;
  const wanted = {
    appId,
    number,
    numberType,
    callbackUrl,
    callbackHost,
    source,
    fingerprint,
    restoresBindingId: null,
    actorId: viewer.id,
    actorName: viewer.name,
    actorEmail: viewer.email,
    actorAddress: viewer.address,
    reason: null,
    idempotencyKey: `repeat ${afterAttempt} of ${bindingId}`,
  };
  await denyBinding({ db }, viewer, { act: 'repeat', wanted });
}
