import type { AttemptOutcome } from '#lib/domain/outcome.ts';
import { expiredCode } from '#lib/domain/provider-codes.ts';

/**
 * How long after an older request can no longer arrive the machine sends the newest value again by itself, in ms. Later it is a person's decision: the
 * number may have been changed outside this console meanwhile.
 */
export const reassertWithinMs = 600_000;

/** So often without a clear answer. */
const mostUnclear = 2;
/** So often where it was certainly not applied. */
const mostHarmless = 5;
/** The first wait after a try, in ms; each further one is twice as long. */
const restMs = 2_000;

/** A request that was made for a binding after it had been bound. */
export type Try = { outcome: AttemptOutcome | null; code: string | null; finishedAt: Date | null };

/** What is to be done for a number that is not settled. */
export type Step =
  /** The older request may still arrive. */
  | { kind: 'wait' }
  /** A try is under way, or the last one has not rested. */
  | { kind: 'rest' }
  | { kind: 'send'; why: 'reassert' | 'retry' }
  /** The machine does nothing more: somebody has to decide. */
  | { kind: 'leave' };

/** `until` is when the older request can no longer arrive; `tries` are in their order. */
export function nextStep(
  { until, newestIsBound, tries }: { until: Date; newestIsBound: boolean; tries: readonly Try[] },
  at: Date,
): Step {
  if (!newestIsBound) return { kind: 'leave' };
  if (at < until) return { kind: 'wait' };
  const last = tries.at(-1);
  if (last && last.finishedAt === null) return { kind: 'rest' };
  if (at.getTime() >= until.getTime() + reassertWithinMs) return { kind: 'leave' };
  if (!last) return { kind: 'send', why: 'reassert' };
  const harmless = tries.filter(isHarmless).length;
  const unclear = tries.length - harmless;
  const isOver = last.outcome !== 'unknown' && !isHarmless(last);
  if (isOver || unclear >= mostUnclear || harmless >= mostHarmless) return { kind: 'leave' };
  const restedAtMs = (last.finishedAt?.getTime() ?? 0) + restMs * 2 ** (tries.length - 1);
  if (at.getTime() < restedAtMs) return { kind: 'rest' };
  return { kind: 'send', why: isHarmless(last) ? 'retry' : 'reassert' };
}

/** Certainly not applied, and not for good: the next try is signed by a clock that was put right meanwhile. */
const isHarmless = ({ outcome, code }: Try): boolean =>
  outcome === 'throttled' || outcome === 'not_sent' || (outcome === 'refused' && code === expiredCode);
