import type { BatchState } from '#lib/domain/batch.ts';
import type { AttemptOutcome, AttemptReason, BindingState } from '#lib/domain/outcome.ts';

// What the checker joins: what people were told, what the console has stored, and what the simulator saw. Times are
// milliseconds of this machine's wall clock; a `number` is one number in one app.

/** What somebody asked for under a key, and the last thing they were told; null when no answer came. */
export type Intent = { key: string; told: BindingState | null };
/** The same of a batch: the id they were given. */
export type BatchIntent = { key: string; lines: number; told: string | null };

export type BindingFact = {
  id: string;
  key: string;
  number: string;
  callbackUrl: string | null;
  state: BindingState;
  createdAtMs: number;
  settledAtMs: number | null;
  attemptCount: number;
  batchId: string | null;
  batchLine: number | null;
};
export type AttemptFact = {
  bindingId: string;
  number: string;
  n: number;
  why: AttemptReason;
  bodySha256: string | null;
  committedAtMs: number;
  finishedAtMs: number | null;
  outcome: AttemptOutcome | null;
  code: string | null;
  requestId: string | null;
};
export type BatchFact = { id: string; key: string; total: number; state: BatchState };

/** A request as the simulator saw it. */
export type Arrival = {
  /** Null when it was cut before it could be read. */
  number: string | null;
  /** False when it was cut before its end. */
  whole: boolean;
  bodySha256: string;
  arrivedAtMs: number;
  applied: boolean;
  requestId: string;
};

/** What the simulator's limiter counted, and what it lets through. */
export type LimiterFact = {
  perSecond: number;
  limited: number;
  busiestWholeSecond: number;
  busiestSlidingSecond: number;
};

export type History = {
  intents: readonly Intent[];
  batchIntents: readonly BatchIntent[];
  /** Refused bindings of which somebody was told that their lines are sent anew. */
  sentAnew: readonly string[];
  batches: readonly BatchFact[];
  /** In the order in which they were made. */
  bindings: readonly BindingFact[];
  attempts: readonly AttemptFact[];
  arrivals: readonly Arrival[];
  /** What each number is bound to at the simulator; a number that never was is missing. */
  bound: ReadonlyMap<string, string | null>;
  limiter: LimiterFact;
};

/**
 * I1: what was accepted comes to an end or is listed as unknown. I2: nothing arrives that was not written before.
 * I3: nothing is sent again without reason and flag. I4: the provider has what history says. I5: bound means applied,
 * refused and unsent mean not applied. I6: one request a number at a time, none after its lease. I7: the pace is kept.
 * I8: history stays as it was written, without a gap.
 */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8';
export type Violation = { invariant: Invariant; rule: string; about: string };
export type Report = (invariant: Invariant, rule: string, about: string) => void;

/** A history with its attempts at hand, so that a check of 20,000 bindings stays one pass. */
export type Indexed = History & {
  /** By binding, in the order of their numbers. */
  attemptsOf: ReadonlyMap<string, readonly AttemptFact[]>;
  /** By number, in the order in which they were written. */
  attemptsOn: ReadonlyMap<string, readonly AttemptFact[]>;
};

export function indexHistory(history: History): Indexed {
  const ordered = [...history.attempts].sort((a, b) => a.committedAtMs - b.committedAtMs || a.n - b.n);
  return {
    ...history,
    attemptsOf: Map.groupBy(
      [...history.attempts].sort((a, b) => a.n - b.n),
      ({ bindingId }) => bindingId,
    ),
    attemptsOn: Map.groupBy(ordered, ({ number }) => number),
  };
}
