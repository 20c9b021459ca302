import type { BindingView, NumberFacts } from '#lib/bindings/view.ts';
import type { NumberLabel, ProviderState } from '#lib/domain/numbers/number-state.ts';
import type { NumberType } from '#lib/domain/outcome.ts';
import type { Problem } from '#lib/domain/problem.ts';

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

/** What the bind action answers when nothing was wrong with the request itself. */
export type BindAnswer =
  | {
      kind: 'settled';
      binding: BindingView;
      undo: NumberFacts['current'] | null;
      /** Measured when a signature of this binding had expired, also where a repeat succeeded; see AttemptView. */
      clockSkewMs: number | null;
    }
  /** Another person changed the number after the dialog was opened. Nothing was sent. */
  | { kind: 'conflict'; facts: NumberFacts }
  /** The wanted URL is the known one; nothing was sent without `sendUnchanged`. */
  | { kind: 'unchanged'; facts: NumberFacts };

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
