import type { BindingView } from '#lib/bindings/view.ts';
import type { ConnectionView } from '#lib/connection/view.ts';
import type { BindingState } from '#lib/domain/outcome.ts';
import type { ResetView } from '#lib/people/view-reset.ts';
import type { SetbackView } from '#lib/safe-mode/view.ts';

/** How changes ended since `from`; counts of zero are left out. */
export type OutcomeSpan = {
  span: 'day' | 'week';
  /** UTC ISO 8601 on a whole minute: history asked from here shows the same rows. */
  from: string;
  counts: Partial<Record<BindingState, number>>;
  /** False where more rows exist than were counted, and the counts are lower bounds. */
  exact: boolean;
};

/** What is known of the way to the provider, from requests that were made anyway. Times are UTC ISO 8601. */
export type Contact = {
  /** The newest answer of the provider, whatever it said. */
  answeredAt: string | null;
  /** A later request that got no answer. */
  silence: { at: string; code: string | null } | null;
  /** How far this server's clock was behind the provider's (ms, negative: ahead) by the newest answer that told. */
  clock: { at: string; skewMs: number } | null;
};

/** What somebody wants to see on arriving. */
export type OverviewView = {
  /** What nobody has acknowledged yet. */
  setback: SetbackView | null;
  spans: OutcomeSpan[];
  /** Numbers of which nobody knows what they are bound to, each by its newest open change; oldest first. */
  unknown: {
    rows: BindingView[];
    /** Those that may be sent once more as they are: no other change was tried since. */
    repeatable: string[];
    count: number;
    exact: boolean;
  };
  /** Newest changes that an older one may yet replace, or has; those that wait for a person first. */
  unsettled: { rows: BindingView[]; count: number; exact: boolean };
  /** The newest changes, newest first. */
  latest: BindingView[];
  contact: Contact;
  connection: ConnectionView;
  /** Passwords reset by a link in the last seven days, newest first; for admins. */
  resets: ResetView[];
};
