import type { BindingView } from '#lib/bindings/view.ts';
import type { Doubt } from '#lib/timeline/as-of.ts';

/** A change that may have counted at a moment, and why nobody can tell. */
export type Perhaps = { binding: BindingView; because: Doubt };

/** What a number was bound to at a moment (`at`, UTC ISO 8601), as far as this console knows. */
export type MomentView = { at: string } & (
  | { kind: 'future' }
  /** Nothing had been set through this console by then. */
  | { kind: 'never' }
  | { kind: 'exact'; bound: BindingView }
  | {
      kind: 'uncertain';
      /** Last certainly set; null: nothing was. */
      bound: BindingView | null;
      /** Newest first. */
      perhaps: Perhaps[];
      /** There are more of them than are listed. */
      more: boolean;
      /** Whichever it was, the URL was the same. */
      agreed: boolean;
    }
);

/** A stretch of one number's bindings, newest first, and what the number is bound to now. */
export type TimelinePage = {
  appId: string;
  appName: string;
  /** Nothing is bound in its app until it is brought back. */
  appRetired: boolean;
  number: string;
  present: MomentView;
  rows: BindingView[];
  /** Where the older ones begin; null at the end. Opaque. */
  olderCursor: string | null;
};

/** How many other numbers were last bound to this host; `exact: false` means at least so many. */
export type HostShare = { host: string; others: number; exact: boolean };
