import type { ResetMark } from '#lib/audit-log/view.ts';
import type {
  AttemptOutcome,
  AttemptReason,
  BindingSource,
  BindingState,
  Certainty,
  NumberType,
} from '#lib/domain/outcome.ts';
import type { UrlWarning } from '#lib/domain/urls/callback-url-warnings.ts';

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
