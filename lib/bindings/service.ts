import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { type Answer, answerUnsent, eyesOf, follow, toSettled } from '#lib/bindings/answer.ts';
import { checkInput, checkNumberKey } from '#lib/bindings/check-input.ts';
import { countUpToLimit } from '#lib/bindings/count.ts';
import { leaseMs } from '#lib/bindings/limits.ts';
import { oneFlight } from '#lib/bindings/one-flight.ts';
import type { BindInput, HistorySearch, RepeatInput } from '#lib/bindings/schema.ts';
import { prepare, sendBinding } from '#lib/bindings/send.ts';
import { storeBinding, storeDenied, type WantedBinding } from '#lib/bindings/store-binding.ts';
import { findRelated, listAttempts } from '#lib/bindings/store-detail.ts';
import { findFacts } from '#lib/bindings/store-facts.ts';
import { countLimit, listPage } from '#lib/bindings/store-history.ts';
import { findBinding, storeRepeat } from '#lib/bindings/store-repeat.ts';
import { listBoundUses } from '#lib/bindings/store-suggestions.ts';
import { toSuggestions } from '#lib/bindings/suggest.ts';
import { toAttemptView, toBindingView, toNumberFacts } from '#lib/bindings/to-view.ts';
import type { BindingDetailView, HistoryPage, NumberFacts, Suggestions } from '#lib/bindings/view.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { monotonicMs } from '#lib/server/clock.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

/**
 * Binds one number: checks, stores the intent, sends it at its turn, settles it. The same key never sends twice; a
 * later request with it gets the first one's result. Rejects only when the intent could not be stored, and then
 * nothing was sent.
 */
export async function bind(context: Context, viewer: Viewer, input: BindInput): Promise<Answer> {
  const wanted = await checkInput(context, viewer, input);
  if (!can(viewer, 'bindings.create')) {
    if (wanted.ok) await storeDenied(context.db, wanted.value);
    return fail(problem('forbidden'));
  }
  if (!wanted.ok) return wanted;
  const { idempotencyKey, fingerprint } = wanted.value;
  const flight = JSON.stringify([context.owner, viewer.id, idempotencyKey, fingerprint]);
  return oneFlight(flight, () => bindWanted(context, viewer, wanted.value, input));
}

async function bindWanted(
  context: Context,
  viewer: Viewer,
  wanted: WantedBinding,
  { seen, sendUnchanged }: BindInput,
): Promise<Answer> {
  const restores = await checkRestored(context, wanted);
  if (!restores.ok) return restores;
  const { bodySha256 } = prepare(context.gateway, wanted);
  reachFailPoint(context.failPoint, 'before-intent-commit');
  const leasedUntilMs = monotonicMs() + leaseMs;
  const options = { seen, sendUnchanged, owner: context.owner, bodySha256 };
  const stored = await storeBinding(context.db, wanted, options);
  reachFailPoint(context.failPoint, 'after-intent-commit');
  const eyes = await eyesOf(context, viewer);
  if (stored.kind !== 'stored') return answerUnsent(context, wanted, stored, eyes);
  const settled = await sendBinding(context, stored.binding, { n: 1, leasedUntilMs, wasUnknown: false });
  return ok(await toSettled(context, settled, eyes));
}

/** Sends an unknown binding once more, because a person asked for it. */
export async function repeat(context: Context, viewer: Viewer, input: RepeatInput): Promise<Answer> {
  if (!can(viewer, 'bindings.create')) return fail(problem('forbidden'));
  const flight = JSON.stringify([context.owner, viewer.id, input.bindingId, input.afterAttempt]);
  return oneFlight(flight, () => repeatUnknown(context, viewer, input));
}

async function repeatUnknown(context: Context, viewer: Viewer, input: RepeatInput): Promise<Answer> {
  const binding = await findBinding(context.db, input.bindingId);
  if (binding === null) return fail(problem('not_found'));
  const eyes = await eyesOf(context, viewer);
  if (!eyes.apps.some((app) => app.id === binding.appId)) return fail(problem('app_not_allowed'));
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

/** A binding that says it puts another one back has to be for the same number and to the same URL. */
async function checkRestored({ db }: Context, wanted: WantedBinding): Promise<Result<null>> {
  const { restoresBindingId, source } = wanted;
  if (!restoresBindingId) return source === 'form' ? ok(null) : fail(problem('invalid_input'));
  const restored = await findBinding(db, restoresBindingId);
  const same =
    restored !== null &&
    restored.appId === wanted.appId &&
    restored.number === wanted.number &&
    restored.callbackUrl === wanted.callbackUrl;
  return same ? ok(null) : fail(problem('not_found'));
}

/** One page of history, newest first. */
export async function listHistory(
  context: Context,
  viewer: Viewer,
  search: HistorySearch,
): Promise<Result<HistoryPage>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const reader = { secrets: can(viewer, 'bindings.create') };
  const [page, count, eyes] = await Promise.all([
    listPage(context.db, search, { ...reader, size: search.size ?? pageSizes[0] }),
    countUpToLimit(context.db, search, reader),
    eyesOf(context, viewer),
  ]);
  return ok({
    ...page,
    rows: page.rows.map((row) => toBindingView(row, eyes)),
    total: { count: Math.min(count, countLimit), exact: count <= countLimit },
  });
}

/** One binding with its attempts and neighbours. `not_found` for any other id, well formed or not. */
export async function getBinding(
  context: Context,
  viewer: Viewer,
  id: string,
): Promise<Result<BindingDetailView>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const row = /^[0-9a-f-]{36}$/.test(id) ? await findBinding(context.db, id) : null;
  if (row === null) return fail(problem('not_found'));
  const [attempts, related, eyes] = await Promise.all([
    listAttempts(context.db, id),
    findRelated(context.db, row),
    eyesOf(context, viewer),
  ]);
  return ok({
    ...toBindingView(row, eyes),
    actorAddress: row.actorAddress,
    attempts: attempts.map(toAttemptView),
    related,
  });
}

/** What is known of a number in an app, from this console's own history. */
export async function getNumberFacts(
  context: Context,
  viewer: Viewer,
  key: { appId: string; number: string },
): Promise<Result<NumberFacts>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const checked = await checkNumberKey(context, key);
  if (!checked.ok) return checked;
  const facts = await findFacts(context.db, checked.value);
  return ok(toNumberFacts(checked.value, facts, await eyesOf(context, viewer)));
}

/** What was bound lately in the apps of this console. For those who may bind: a callback URL can hold a secret. */
export async function listSuggestions(context: Context, viewer: Viewer): Promise<Result<Suggestions>> {
  if (!can(viewer, 'bindings.create')) return fail(problem('forbidden'));
  const apps = await context.apps();
  const uses = await listBoundUses(
    context.db,
    apps.map((app) => app.id),
  );
  return ok(toSuggestions(uses));
}
