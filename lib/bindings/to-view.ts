import { hiddenMarks } from '#lib/bindings/hidden-marks.ts';
import type { KnownFacts, NumberKey } from '#lib/bindings/store-facts.ts';
import type { AttemptView, BindingView, NumberFacts } from '#lib/bindings/view.ts';
import type { attempts } from '#lib/db/schema.ts';
import { hiddenPartsDiffer, maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';
import { warningsOf } from '#lib/domain/urls/callback-url-warnings.ts';
import type { App } from '#lib/entry/context.ts';
import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { BindingSource } from '#lib/domain/outcome.ts';
import type { Context } from '#lib/entry/context.ts';

/** What decides how much of a row somebody sees. */
export type Visibility = {
  apps: App[];
  /** Whether facts name whole what a number is bound to. */
  wholeFacts: boolean;
  /** See `Context.hiddenPartKey`. */
  hiddenPartKey: string;
};

/** A URL as anybody reads it: in lists, entries, exports and their JSON. An admin reveals one at a time. */
export const shownUrl = (url: string | null): string | null => (url === null ? null : maskUrlSecrets(url));

/** What a number is bound to, for deciding what to bind next: whole for whoever may be about to replace it. */
const decidingUrl = (url: string | null, { wholeFacts }: Visibility): string | null =>
  wholeFacts ? url : shownUrl(url);

/** None where the URL is whole. */
const marksOf = (row: BindingRow | null, { wholeFacts, hiddenPartKey }: Visibility): string[] =>
  row === null || wholeFacts ? [] : hiddenMarks(row.callbackUrl, row, hiddenPartKey);

/** What is told beside the row itself: see `readLateness`. */
export type LateArrival = Pick<BindingView, 'unsettled' | 'sentAgainAt' | 'afterReset'>;
export const onTime: LateArrival = { unsettled: null, sentAgainAt: null, afterReset: null };

export function toBindingView(row: BindingRow, eyes: Visibility, lateness = onTime): BindingView {
  return {
    id: row.id,
    appId: row.appId,
    appName: eyes.apps.find((app) => app.id === row.appId)?.name ?? row.appId,
    number: row.number,
    numberType: row.numberType,
    callbackUrl: shownUrl(row.callbackUrl),
    warnings: warningsOf(row.callbackUrl),
    previous: {
      certainty: row.previousCertainty,
      url: shownUrl(row.previousUrl),
      bindingId: row.previousBindingId,
    },
    hiddenPartsDiffer: hiddenPartsDiffer(row.previousUrl, row.callbackUrl),
    hiddenMarks: {
      new: hiddenMarks(row.callbackUrl, row, eyes.hiddenPartKey),
      previous: hiddenMarks(row.previousUrl, row, eyes.hiddenPartKey),
    },
    restoresBindingId: row.restoresBindingId,
    batch: row.batchId === null ? null : { id: row.batchId, line: row.batchLine ?? 0 },
    actor: { id: row.actorId, name: row.actorName, email: row.actorEmail },
    source: row.source,
    reason: row.reason,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    durationMs: row.durationMs,
    code: row.code,
    message: row.message,
    requestId: row.requestId,
    attemptCount: row.attemptCount,
    ...lateness,
  };
}

/** `sealed`: a secret of the URL could be found by trying bodies until one has this digest, so it stays out. */
export function toAttemptView(
  row: typeof attempts.$inferSelect,
  { sealed }: { sealed: boolean },
): AttemptView {
  return {
    n: row.n,
    why: row.why,
    committedAt: row.committedAt.toISOString(),
    signedAt: row.signedAt ? new Date(row.signedAt * 1000).toISOString() : null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    durationMs: row.durationMs,
    outcome: row.outcome,
    httpStatus: row.httpStatus,
    code: row.code,
    message: row.message,
    requestId: row.requestId,
    bodySha256: sealed ? null : row.bodySha256,
    clockSkewMs: row.clockSkewMs,
  };
}

/** What a binding known to be carried out says about its number. */
export function toCurrent(
  bound: BindingRow | null,
  certainty: NumberFacts['current']['certainty'],
  eyes: Visibility,
): NumberFacts['current'] {
  return {
    certainty,
    url: decidingUrl(bound?.callbackUrl ?? null, eyes),
    hiddenMarks: marksOf(bound, eyes),
    numberType: bound?.numberType ?? null,
    bindingId: bound?.id ?? null,
    setBy: bound?.actorName ?? null,
    setAt: (bound?.settledAt ?? bound?.createdAt)?.toISOString() ?? null,
  };
}

export function toNumberFacts(
  { appId, number }: NumberKey,
  facts: KnownFacts,
  eyes: Visibility,
): NumberFacts {
  const { newest, bound, open, certainty } = facts;
  return {
    appId,
    number,
    newestBindingId: newest?.id ?? null,
    current: toCurrent(bound, certainty, eyes),
    pending: open && {
      bindingId: open.id,
      url: decidingUrl(open.callbackUrl, eyes),
      hiddenMarks: marksOf(open, eyes),
      state: open.state === 'unknown' ? 'unknown' : 'sending',
      by: open.actorName,
      at: open.createdAt.toISOString(),
    },
  };
}

/**
 * The names of the apps, and how much of a URL the viewer sees. What is put back comes out of history, which hides
 * secrets from everybody: then the URL that it replaces is shown alike, or the two could not be compared.
 */
export const visibilityOf = async (
  context: Context,
  viewer: Viewer,
  source: BindingSource = 'form',
): Promise<Visibility> => ({
  apps: await context.knownApps(),
  wholeFacts: source === 'form' && can(viewer, 'bindings.create'),
  hiddenPartKey: context.hiddenPartKey(),
});
