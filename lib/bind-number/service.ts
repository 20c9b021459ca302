import 'server-only';
import { giveRows } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { type Answer, answerUnsent, follow, toSettled } from '#lib/bind-number/answer.ts';
import { refuseApp } from '#lib/bind-number/check-app.ts';
import { checkInput, checkKnownKey } from '#lib/bind-number/check-input.ts';
import { denyBinding, denyRequest } from '#lib/bind-number/deny.ts';
import { denyRepeat, findRestored, refuseRestore } from '#lib/bind-number/restore.ts';
import type { BindInput, RepeatInput } from '#lib/bind-number/schema.ts';
import { isUnchanged, type WantedBinding } from '#lib/bind-number/store-binding.ts';
import { storeWhenFree } from '#lib/bind-number/store-when-free.ts';
import type { RestoreView } from '#lib/bind-number/view.ts';
import { findFacts } from '#lib/bindings/store-facts.ts';
import { findBinding, findRow } from '#lib/bindings/store-find.ts';
import { toBindingView, toNumberFacts, visibilityOf } from '#lib/bindings/to-view.ts';
import type { NumberFacts } from '#lib/bindings/view.ts';
import { monotonicMs } from '#lib/clock.ts';
import { leaseMs } from '#lib/delivery/limits.ts';
import { prepare, sendBinding } from '#lib/delivery/send.ts';
import { singleFlight } from '#lib/delivery/single-flight.ts';
import { storeRepeat } from '#lib/delivery/store-repeat.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

/**
 * Binds one number: checks, stores the intent, sends it at its turn, settles it. The same key never sends twice; a
 * later request with it gets the first one's result. Rejects only when the intent could not be stored, and then
 * nothing was sent.
 */
export async function bind(context: Context, viewer: Viewer, input: BindInput): Promise<Answer> {
  const named = await findRestored(context, input);
  const restored = named.ok ? named.value : null;
  const wanted = await checkInput(context, viewer, { input, restored });
  if (!can(viewer, 'bindings.create')) {
    if (wanted.ok) await denyBinding(context, viewer, { act: 'bind', wanted: wanted.value });
    else await denyRequest(context, viewer);
    return fail(problem('forbidden'));
  }
  if (!named.ok) return named;
  if (!wanted.ok) return wanted;
  const refusal = restored && (await refuseRestore(context, restored));
  if (refusal) return fail(refusal);
  const { idempotencyKey, fingerprint } = wanted.value;
  const flight = JSON.stringify([context.owner, viewer.id, idempotencyKey, fingerprint]);
  return singleFlight(flight, () => bindWanted(context, viewer, wanted.value, input));
}

async function bindWanted(
  context: Context,
  viewer: Viewer,
  wanted: WantedBinding,
  { seen, sendUnchanged }: BindInput,
): Promise<Answer> {
  const { bodySha256 } = prepare(context.gateway, wanted);
  reachFailPoint(context.failPoint, 'before-intent-commit');
  const options = { seen, sendUnchanged, owner: context.owner, bodySha256 };
  const { stored, leasedUntilMs } = await storeWhenFree(context.db, wanted, options);
  reachFailPoint(context.failPoint, 'after-intent-commit');
  const eyes = await visibilityOf(context, viewer, wanted.source);
  if (stored.kind !== 'stored') return answerUnsent(context, wanted, stored, eyes);
  const settled = await sendBinding(context, stored.binding, { n: 1, leasedUntilMs, wasUnknown: false });
  return ok(await toSettled(context, settled, eyes));
}

/** Sends an unknown binding once more, because a person asked for it. */
export async function repeat(context: Context, viewer: Viewer, input: RepeatInput): Promise<Answer> {
  if (!can(viewer, 'bindings.create')) {
    await denyRepeat(context, viewer, input);
    return fail(problem('forbidden'));
  }
  const flight = JSON.stringify([context.owner, viewer.id, input.bindingId, input.afterAttempt]);
  return singleFlight(flight, () => repeatUnknown(context, viewer, input));
}

async function repeatUnknown(context: Context, viewer: Viewer, input: RepeatInput): Promise<Answer> {
  const binding = await findBinding(context.db, input.bindingId);
  if (binding === null) return fail(problem('not_found'));
  const eyes = await visibilityOf(context, viewer);
  const refusal = refuseApp(await context.knownApps(), binding.appId);
  if (refusal) return fail(problem(refusal.code));
  const { bodySha256 } = prepare(context.gateway, binding);
  const leasedUntilMs = monotonicMs() + leaseMs;
  const options = { afterAttempt: input.afterAttempt, owner: context.owner, bodySha256 };
  const stored = await storeRepeat(context.db, binding, options);
  if (stored.kind === 'not_repeatable') return fail(problem('binding_not_repeatable'));
  const settled =
    stored.kind === 'already'
      ? await follow(context, stored.binding)
      : await sendBinding(context, stored.binding, {
          n: stored.binding.attemptCount,
          leasedUntilMs,
          wasUnknown: true,
        });
  return ok(await toSettled(context, settled, eyes));
}

/** What putting back a binding's URL would change, and whether it can be: for the question before it is done. */
export async function getRestore(context: Context, viewer: Viewer, id: string): Promise<Result<RestoreView>> {
  if (!can(viewer, 'bindings.create')) return fail(problem('forbidden'));
  const row = await findRow(context, id);
  if (row === null) return fail(problem('not_found'));
  const [refusal, facts, eyes] = await Promise.all([
    refuseRestore(context, row),
    findFacts(context.db, row),
    visibilityOf(context, viewer, 'restore'),
  ]);
  return giveRows(
    context,
    viewer,
    { keys: [row.id] },
    {
      restored: toBindingView(row, eyes),
      facts: toNumberFacts(row, facts, eyes),
      refusal,
      unchanged: isUnchanged(facts, row),
    },
  );
}

/** What is known of a number in an app, from this console's own history. */
export async function getNumberFacts(
  context: Context,
  viewer: Viewer,
  key: { appId: string; number: string },
): Promise<Result<NumberFacts>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const checked = await checkKnownKey(context, viewer, key);
  if (!checked.ok) return checked;
  const facts = await findFacts(context.db, checked.value);
  const { appId, number } = checked.value;
  return giveRows(
    context,
    viewer,
    { keys: [`number ${appId} ${number}`] },
    toNumberFacts(checked.value, facts, await visibilityOf(context, viewer)),
  );
}
