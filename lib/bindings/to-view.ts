import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { BindingRow, KnownFacts, NumberKey } from '#lib/bindings/store-facts.ts';
import type { AttemptView, BindingView, NumberFacts } from '#lib/bindings/view.ts';
import type { attempts } from '#lib/db/schema.ts';
import { maskUrlSecrets } from '#lib/domain/callback-url-secrets.ts';
import type { App } from '#lib/entry/context.ts';

/** What decides how much of a row somebody sees. */
export type Eyes = { viewer: Pick<Viewer, 'role'>; apps: App[] };

/** Whoever may bind sees a URL whole, to put it back; whoever only reads sees no secret that stands in it. */
export const shownUrl = (url: string | null, { viewer }: Eyes): string | null =>
  url === null || can(viewer, 'bindings.create') ? url : maskUrlSecrets(url);

export function toBindingView(row: BindingRow, eyes: Eyes): BindingView {
  return {
    id: row.id,
    appId: row.appId,
    appName: eyes.apps.find((app) => app.id === row.appId)?.name ?? row.appId,
    number: row.number,
    numberType: row.numberType,
    callbackUrl: shownUrl(row.callbackUrl, eyes),
    previous: {
      certainty: row.previousCertainty,
      url: shownUrl(row.previousUrl, eyes),
      bindingId: row.previousBindingId,
    },
    restoresBindingId: row.restoresBindingId,
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
  };
}

export function toAttemptView(row: typeof attempts.$inferSelect): AttemptView {
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
    bodySha256: row.bodySha256,
    clockSkewMs: row.clockSkewMs,
  };
}

/** What a binding known to be carried out says about its number. */
export function toCurrent(
  bound: BindingRow | null,
  certainty: NumberFacts['current']['certainty'],
  eyes: Eyes,
): NumberFacts['current'] {
  return {
    certainty,
    url: shownUrl(bound?.callbackUrl ?? null, eyes),
    numberType: bound?.numberType ?? null,
    bindingId: bound?.id ?? null,
    setBy: bound?.actorName ?? null,
    setAt: (bound?.settledAt ?? bound?.createdAt)?.toISOString() ?? null,
  };
}

export function toNumberFacts({ appId, number }: NumberKey, facts: KnownFacts, eyes: Eyes): NumberFacts {
  const { newest, bound, open, certainty } = facts;
  return {
    appId,
    number,
    newestBindingId: newest?.id ?? null,
    current: toCurrent(bound, certainty, eyes),
    pending: open && {
      bindingId: open.id,
      url: shownUrl(open.callbackUrl, eyes),
      state: open.state === 'unknown' ? 'unknown' : 'sending',
      by: open.actorName,
      at: open.createdAt.toISOString(),
    },
  };
}
