import type { ResetMark } from '#lib/audit-log/view.ts';
import type { BatchKind } from '#lib/domain/batch.ts';
import type { UrlWarning } from '#lib/domain/callback-url-warnings.ts';
import type { NumberLabel, ProviderState } from '#lib/domain/number-state.ts';
import type {
  AttemptOutcome,
  AttemptReason,
  BindingSource,
  BindingState,
  Certainty,
  NumberType,
} from '#lib/domain/outcome.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What the browser may see of a binding. Times are UTC ISO 8601; URLs have their secrets hidden, whoever looks. */
export type BindingView = {
  id: string;
  appId: string;
  appName: string;
  number: string;
  numberType: NumberType | null;
  callbackUrl: string | null;
  /** What to mind about the whole URL, also where a part of it is hidden here. */
  warnings: UrlWarning[];
  previous: { certainty: Certainty; url: string | null; bindingId: string | null };
  /** Both URLs hide something, and not the same. */
  hiddenPartsDiffer: boolean;
  /** A mark for each hidden part of the URLs, in order: equal marks, equal parts. Comparable within one number alone. */
  hiddenMarks: { new: string[]; previous: string[] };
  restoresBindingId: string | null;
  /** The batch it was a line of, and which. */
  batch: { id: string; line: number } | null;
  actor: { id: string; name: string; email: string };
  source: BindingSource;
  reason: string | null;
  state: BindingState;
  createdAt: string;
  settledAt: string | null;
  durationMs: number | null;
  code: string | null;
  message: string | null;
  requestId: string | null;
  attemptCount: number;
  /** Bound, but an older change of the number may yet replace it, or has done so. */
  unsettled: UnsettledView | null;
  /** When it was confirmed once more, after an older change could no longer arrive. */
  sentAgainAt: string | null;
  /** Told in lists and entries, not in the answer to a bind. */
  afterReset: ResetMark | null;
};

/** A number that is not settled, since an older change of unknown outcome may arrive after the newest one. */
export type UnsettledView = {
  /** When it can no longer arrive. */
  until: string;
  /** The older change. */
  olderId: string;
  /** Until then there is nothing to do; then the machine sends the newest once more. `leave`: a person has to decide. */
  step: 'wait' | 'send' | 'leave';
};

export type AttemptView = {
  n: number;
  why: AttemptReason;
  committedAt: string;
  /** X-TC-Timestamp as UTC ISO 8601. */
  signedAt: string | null;
  finishedAt: string | null;
  durationMs: number | null;
  outcome: AttemptOutcome | null;
  httpStatus: number | null;
  code: string | null;
  message: string | null;
  requestId: string | null;
  /** Null too where the viewer may not see the URL that the body holds. */
  bodySha256: string | null;
  /** How far the server's clock was behind the provider's (negative: ahead), as far as an answer told. */
  clockSkewMs: number | null;
};

export type BindingDetailView = BindingView & {
  actorAddress: string | null;
  /** Whether this viewer may ask for a URL whole; see `revealUrl`. */
  mayReveal: boolean;
  /** Unknown, the newest of its number, and this viewer may send it again. */
  mayRepeat: boolean;
  attempts: AttemptView[];
  /** Neighbours of the same number, and bindings that put this one back or may have done so. */
  related: {
    previousId: string | null;
    nextId: string | null;
    restoredByIds: string[];
    /** The binding that set `previous.url`, where that is exact. */
    boundBeforeId: string | null;
  };
};

/** What putting back a binding's URL would do now. */
export type RestoreView = {
  /** The binding whose URL and type would be sent, as the viewer may see it. */
  restored: BindingView;
  facts: NumberFacts;
  /** Why it cannot be put back, whatever the number has now. */
  refusal: Problem | null;
  /** The number is known to have exactly this already; told by the server, since a shown URL may hide parts. */
  unchanged: boolean;
};

/**
 * What is known of a number before it is changed; its URLs are whole for whoever may bind. `newestBindingId` is sent
 * back as `seen`.
 */
export type NumberFacts = {
  appId: string;
  number: string;
  newestBindingId: string | null;
  /** The last URL known to be bound. `none`: never set through this console. */
  current: {
    certainty: Certainty;
    url: string | null;
    /** As of a binding; empty where the URL is whole. */
    hiddenMarks: string[];
    numberType: NumberType | null;
    bindingId: string | null;
    setBy: string | null;
    setAt: string | null;
  };
  /** A newer change that is being sent or whose outcome is unknown. */
  pending: {
    bindingId: string;
    url: string | null;
    hiddenMarks: string[];
    state: 'sending' | 'unknown';
    by: string;
    at: string;
  } | null;
};

/** What the bind action answers when nothing was wrong with the request itself. */
export type BindAnswer =
  | {
      kind: 'settled';
      binding: BindingView;
      undo: NumberFacts['current'] | null;
      /** Measured when a signature of this binding had expired, also where a repeat mended it; see AttemptView. */
      clockSkewMs: number | null;
    }
  /** Somebody changed the number after the dialog was opened; nothing was sent. */
  | { kind: 'conflict'; facts: NumberFacts }
  /** The wanted URL is the known one; nothing was sent without `sendUnchanged`. */
  | { kind: 'unchanged'; facts: NumberFacts };

/** One page of history, newest first. Cursors are opaque; null at an end. */
export type HistoryPage = {
  rows: BindingView[];
  nextCursor: string | null;
  previousCursor: string | null;
  /** Exact up to the limit, else a lower bound shown as `10,000+`. */
  total: { count: number; exact: boolean };
  /** Denied attempts that are not among the rows; null where they can not be counted under these filters. */
  denied: DeniedCount | null;
  /** Names of the people that the search asks for, by id. */
  people: Record<string, string>;
  /** And of the batches. */
  batches: Record<string, BatchName>;
};

/** `leftOut`: rows that this view does not list. `counted`: attempts that have no row, because there were too many in an hour. */
export type DeniedCount = { leftOut: number; counted: number };

/** What a batch is known by. `by` is who began it, `at` when, as UTC ISO 8601. */
export type BatchName = { title: string | null; kind: BatchKind; total: number; by: string; at: string };

/** What the bind form offers to pick; each once, last used first. */
export type Suggestions = {
  /** Of each the binding that set it last. `hidden`: a part of `url` is, and the whole one is asked for when it is chosen. */
  urls: { bindingId: string; number: string; url: string; hidden: boolean }[];
  /** Of URLs bound here, to notice a near miss. */
  hosts: string[];
  numbers: KnownNumberView[];
  /** Apps that have more numbers than these; the others are searched for by what is typed. */
  more: string[];
};

/** Numbers that an app has, each with the type it was last bound with; null where that was not sent or it was never bound. */
export type KnownAmongView = { number: string; numberType: NumberType | null }[];

/** A number known by history or by the provider's list, with the URL last bound, as history shows it, and the provider's state. */
export type KnownNumberView = {
  appId: string;
  number: string;
  url: string | null;
  label: NumberLabel;
  state: ProviderState;
  /** The provider's State as it came. */
  code: number | null;
};

/** Filters whose values can be counted. */
export const facetNames = ['outcome', 'app', 'type', 'source', 'actor', 'host', 'batch'] as const;
export type FacetName = (typeof facetNames)[number];

export type Facet = {
  /** As the address has it. */
  value: string;
  /** What to call it, where the value itself does not tell. */
  label: string | null;
  count: number;
};

/** The commonest first, batches the newest. Not `exact`: counted among the newest 10,000 rows. */
export type FacetsView = Record<FacetName, { values: Facet[]; exact: boolean }> & {
  /** Names of the batches, by id. */
  batches: Record<string, BatchName>;
};

/** Outcomes over time. Times are UTC ISO 8601; buckets follow each other and begin at round times of the zone. */
export type ChartView = {
  from: string;
  to: string;
  zone: string;
  /** Why it shows just this: asked for, the last 30 days because nothing was, or the newest because it is too many. */
  because: 'asked' | 'usual' | 'many';
  buckets: { from: string; to: string; counts: Partial<Record<BindingState, number>> }[];
};
