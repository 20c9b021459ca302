import type { BindingState } from '#lib/domain/outcome.ts';

/** What has to be known of a binding to tell what a number was bound to. */
export type MomentFact = {
  id: string;
  createdAt: Date;
  settledAt: Date | null;
  state: BindingState;
  callbackUrl: string | null;
};

/** Why a binding may have counted at a moment: it was on its way then, or its outcome is not known to this day. */
export type Doubt = 'in_flight' | 'unknown';

export type Judgement<Fact> =
  | { kind: 'never' }
  | { kind: 'exact'; bound: Fact }
  | {
      kind: 'uncertain';
      /** The last binding that was certainly carried out by then; null: none was, through this console. */
      bound: Fact | null;
      /** Newest first; at least one. */
      perhaps: { fact: Fact; because: Doubt }[];
      /** Whichever it was, the URL was the same. */
      agreed: boolean;
    };

/**
 * What a number was bound to at a moment, from its bindings as they are known today, in any order. The moment lies in
 * the past: a binding that waits to be sent has had no effect yet.
 *
 * A number has one request on the wire at a time, so bindings take effect in the order in which they were stored, each
 * somewhere between being stored and being settled. One that was refused or denied never has an effect, which is known
 * today also of the time when it was on its way.
 */
export function judgeMoment<Fact extends MomentFact>(facts: readonly Fact[], at: Date): Judgement<Fact> {
  const perhaps: { fact: Fact; because: Doubt }[] = [];
  for (const fact of facts.filter(({ createdAt }) => createdAt <= at).toSorted(newestFirst)) {
    if (isDoneBy(fact, at)) return conclude(fact, perhaps);
    const because = doubtOf(fact);
    if (because !== null) perhaps.push({ fact, because });
  }
  return conclude(null, perhaps);
}

function conclude<Fact extends MomentFact>(
  bound: Fact | null,
  perhaps: { fact: Fact; because: Doubt }[],
): Judgement<Fact> {
  if (perhaps.length > 0) {
    const agreed = bound !== null && perhaps.every(({ fact }) => fact.callbackUrl === bound.callbackUrl);
    return { kind: 'uncertain', bound, perhaps, agreed };
  }
  return bound === null ? { kind: 'never' } : { kind: 'exact', bound };
}

/** Certainly carried out by then. */
const isDoneBy = ({ state, createdAt, settledAt }: MomentFact, at: Date): boolean =>
  state === 'bound' && (settledAt ?? createdAt) <= at;

/** How a binding that was stored by then, and was not yet certain, bears on the answer; null: not at all. */
function doubtOf({ state }: MomentFact): Doubt | null {
  if (state === 'unknown') return 'unknown';
  return state === 'bound' || state === 'sending' ? 'in_flight' : null;
}

const newestFirst = (a: MomentFact, b: MomentFact): number =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);
