import type { ResetMark } from '#lib/audit-log/view.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import type { BatchKind, BatchState, LineState } from '#lib/domain/batch.ts';
import type { Certainty, NumberType } from '#lib/domain/outcome.ts';
import type { KeptUndoCounts, LeftOutReason, UndoCounts } from '#lib/domain/undo-plan.ts';

/** A batch and how far it is. Times are UTC ISO 8601. */
export type BatchView = {
  id: string;
  kind: BatchKind;
  title: string | null;
  reason: string | null;
  undoesBatchId: string | null;
  /** Of a batch that takes another one back: what of that one could be put back when it was started. */
  undoCounts: KeptUndoCounts | null;
  /** Which of several readings its author chose, and for how many lines each. */
  readings: { question: string; group: string; count: number }[];
  /** Batches that take this one back, newest first. */
  undoneByIds: string[];
  actor: { id: string; name: string };
  /** Its author's password had been reset by a link less than a day before it was started. */
  afterReset: ResetMark | null;
  createdAt: string;
  finishedAt: string | null;
  state: BatchState;
  /** Who paused or stopped it and why; `by` null: the machine, for the code. Null while it runs and when it is done. */
  halt: { by: string | null; code: string | null; at: string } | null;
  total: number;
  counts: Record<LineState, number>;
  /** Lines of unknown outcome that nobody but a person sends again. */
  undecided: number;
  /** Lines settled a second over the last ten seconds; null while nothing moves. */
  ratePerSecond: number | null;
  /** At that rate; null when it is not known. */
  secondsLeft: number | null;
};

/** Newest first. */
export type BatchesPage = { batches: BatchView[]; nextCursor: string | null };

export type BatchLineView = { line: number; binding: BindingView };
export type BatchLinesPage = {
  lines: BatchLineView[] /** Ask for lines after this one; null at the end. */;
  nextAfter: number | null;
};

/**
 * What is known of many numbers, in the order they were asked for, made small: URLs and people stand once, and are
 * named by their place. Null: never set through this console.
 */
export type BatchFacts = {
  urls: string[];
  people: string[];
  facts: (BatchFact | null)[];
  /** Places of numbers that the provider's list has and that were never set here. */
  listed: number[];
  /** How many sends a second the key allows now, for the estimate. */
  sendsPerSecond: number;
};
export type BatchFact = {
  newestBindingId: string;
  certainty: Certainty;
  /** Place in `urls`; null: bound without a URL, or nothing known to be bound. */
  url: number | null;
  numberType: NumberType | null;
  /** Place in `people`. */
  setBy: number | null;
  setAt: string | null;
  /** It is being sent to right now. */
  busy: boolean;
};

/** A line to begin a dry run with: a number of the board, or what would take back a batch. */
export type SourceLine = {
  appId: string;
  number: string;
  numberType: NumberType | null;
  callbackUrl: string | null;
};
export type SourceLines = { lines: SourceLine[] /** More match than a batch may have. */; more: boolean };

export type LeftOutLine = { line: number; number: string };

/** What of a batch can be put back now. */
export type UndoPlan = Pick<UndoCounts, 'total' | 'restorable'> & {
  /** Lines among the restorable ones whose outcome is unknown: what is sent for them settles that too. */
  unknown: number;
  /** Each reason names its first lines. */
  leftOut: { why: LeftOutReason; count: number; lines: LeftOutLine[] }[];
};
export type UndoLines = SourceLines & { undo: UndoPlan };

export type StartBatchAnswer =
  | { kind: 'started'; batchId: string }
  /** Somebody changed these lines' numbers after the dry run; nothing was stored. */
  | { kind: 'changed'; lines: number[] };
