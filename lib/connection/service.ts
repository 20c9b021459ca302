import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { now } from '#lib/clock.ts';
import { findLastCheck, keepCheck } from '#lib/connection/last-check.ts';
import { verdictOf } from '#lib/connection/verdict.ts';
import type { CheckView, ConnectionView } from '#lib/connection/view.ts';
import { findWarnings } from '#lib/connection/warnings.ts';
import { problem } from '#lib/domain/problem.ts';
import { expiredCode } from '#lib/domain/provider-codes.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** From connecting to the last byte of the answer, in ms; the person is waiting. */
const checkDeadlineMs = 10_000;

/** What this console talks to, and with which key. */
export async function getConnection(context: Context, viewer: Viewer): Promise<Result<ConnectionView>> {
  if (!can(viewer, 'connection.read')) return fail(problem('forbidden'));
  const { gateway, soleProcess } = context;
  const knownApps = await context.knownApps();
  return ok({
    endpointHost: gateway.endpointHost,
    simulated: gateway.simulated,
    credentialSource: gateway.credentialSource,
    maskedSecretId: gateway.maskedSecretId,
    proxy: gateway.proxy,
    clockOffsetMs: gateway.clockOffsetMs(),
    apps: knownApps.flatMap(({ retired, ...app }) => (retired ? [] : [app])),
    knownApps,
    appsFixed: context.appsFixed,
    database: soleProcess ? 'embedded' : 'postgres',
    warnings: findWarnings(gateway.simulated),
    lastCheck: findLastCheck(context),
  });
}

/**
 * Reads one number of the first app with the key, which changes nothing. It takes no send slot: the provider counts
 * its 20 a second for each action apart, so a read spends nothing of what bindings have.
 */
export async function checkCredentials(context: Context, viewer: Viewer): Promise<Result<CheckView>> {
  if (!can(viewer, 'connection.check')) return fail(problem('forbidden'));
  const [app] = await context.apps();
  if (app === undefined) return fail(problem('app_missing'));
  // Whoever asks while a check is under way gets its answer: however often it is pressed, one read is out at a time.
  const running = processSingleton<Map<Context, Promise<CheckView>>>('connection-checks', () => new Map());
  const check = running.get(context) ?? read(context, app.id).finally(() => running.delete(context));
  running.set(context, check);
  const answer = await check;
  keepCheck(context, answer);
  const { verdict, code } = answer;
  await recordEvent(context, viewer, { kind: 'check', details: { verdict, code } });
  return ok(answer);
}

async function read({ gateway }: Context, sdkAppId: string): Promise<CheckView> {
  const send = () =>
    gateway.send(gateway.prepareReadOfNumbers({ sdkAppId }), { deadlineMs: checkDeadlineMs });
  const first = await send();
  // The gateway signs by the provider's clock from now on, so one repeat tells whether the key is good.
  const expired = first.code === expiredCode && first.clockSkewMs !== null;
  const { code, message, requestId, durationMs, ...rest } = expired ? await send() : first;
  const clockSkewMs = expired ? first.clockSkewMs : null;
  const verdict = verdictOf({ code, ...rest });
  return { verdict, code, message, requestId, durationMs, clockSkewMs, at: now().toISOString() };
}
