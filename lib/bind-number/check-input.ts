import { createHash } from 'node:crypto';
import type { Viewer } from '#lib/auth/viewer.ts';
import { refuseApp } from '#lib/bind-number/check-app.ts';
import { isSendable } from '#lib/bind-number/known-numbers.ts';
import type { BindInput } from '#lib/bind-number/schema.ts';
import type { WantedBinding } from '#lib/bind-number/store-binding.ts';
import type { BindingRow, NumberKey } from '#lib/bindings/store-facts.ts';
import { problem } from '#lib/domain/problem.ts';
import { reasonLimit } from '#lib/domain/reason.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { parseSdkAppId } from '#lib/domain/sdk-app-id.ts';
import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';
import type { Context } from '#lib/entry/context.ts';

/**
 * An app of this console, and a number only as it was shown: typed forms are read in the browser, where a person sees
 * what becomes of them.
 */
export async function checkNumberKey(
  context: Context,
  viewer: Viewer,
  { appId, number }: NumberKey,
): Promise<Result<NumberKey>> {
  const parsed = parseSdkAppId(appId);
  if (!parsed.ok) return parsed;
  const refusal = refuseApp(await context.knownApps(), appId);
  if (refusal) return fail(refusal);
  return checkNumber(context, viewer, { appId, number });
}

/** As `checkNumberKey`, for reading alone: a retired app is asked about as well. */
export async function checkKnownKey(
  context: Context,
  viewer: Viewer,
  { appId, number }: NumberKey,
): Promise<Result<NumberKey>> {
  const known = await context.knownApps();
  if (!known.some((app) => app.id === appId)) return fail(problem('app_not_allowed', { field: 'appId' }));
  return checkNumber(context, viewer, { appId, number });
}

async function checkNumber(
  context: Context,
  viewer: Viewer,
  { appId, number }: NumberKey,
): Promise<Result<NumberKey>> {
  if (number === '') return fail(problem('number_missing', { field: 'number' }));
  if (!(await isSendable(context, viewer, { appId, number })))
    return fail(problem('number_not_shown_form', { field: 'number' }));
  return ok({ appId, number });
}

/** A callback URL only as it was shown, and its host. */
export function checkUrl(typed: string, allowHttp: boolean): Result<{ url: string; host: string }> {
  const read = readCallbackUrl(typed, { allowHttp });
  if (!read.ok) return read;
  if (read.value.url !== typed) return fail(problem('url_not_shown_form', { field: 'callbackUrl' }));
  return ok({ url: typed, host: read.value.host });
}

/**
 * PostgreSQL's text has no NUL and no half of a surrogate pair; other control characters mean nothing in a reason, and
 * those that turn the direction of text could make it read as something else.
 */
export const cleanText = (text: string | null): string | null =>
  text
    ?.toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim() || null;

/** The same change has the same fingerprint, whoever asks for it and why. */
export const fingerprintOf = (change: (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(change)).digest('hex');

/**
 * Checks everything that a browser has checked before, since a browser is not to be trusted. What is put back is taken
 * from its row as it stands there, text for text; whether it may be put back is asked later.
 */
export async function checkInput(
  context: Context,
  viewer: Viewer,
  { input, restored }: { input: BindInput; restored: BindingRow | null },
): Promise<Result<WantedBinding>> {
  const key = await checkNumberKey(context, viewer, input);
  if (!key.ok) return key;
  const { appId, number } = key.value;
  const checked = restored
    ? ok({ url: restored.callbackUrl, host: restored.callbackHost })
    : input.callbackUrl === null
      ? ok({ url: null, host: null })
      : checkUrl(input.callbackUrl, context.allowHttpCallbacks);
  if (!checked.ok) return checked;
  const reason = cleanText(input.reason);
  if (reason !== null && reason.length > reasonLimit) {
    return fail(problem('reason_too_long', { field: 'reason', params: { limit: reasonLimit } }));
  }
  // The other sources are not a person's to claim.
  if (!['form', 'undo', 'restore'].includes(input.source)) return fail(problem('invalid_input'));
  const { url: callbackUrl, host: callbackHost } = checked.value;
  const numberType = restored ? restored.numberType : input.numberType;
  return ok({
    appId,
    number,
    numberType,
    callbackUrl,
    callbackHost,
    restoresBindingId: restored?.id ?? null,
    actorId: viewer.id,
    actorName: viewer.name,
    actorEmail: viewer.email,
    actorAddress: viewer.address,
    source: input.source,
    reason,
    idempotencyKey: input.idempotencyKey.toLowerCase(),
    fingerprint: fingerprintOf([appId, number, numberType, callbackUrl]),
  });
}
