import type { MarkPair } from '#components/binding/url-difference.ts';
import type { BindInput } from '#lib/bind-number/schema.ts';
import type { BindAnswer } from '#lib/bind-number/view.ts';
import type { BindingView, NumberFacts } from '#lib/bindings/view.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What the person confirms in the dialog. */
export type BindContent = Pick<BindInput, 'appId' | 'number' | 'numberType' | 'callbackUrl' | 'reason'>;

/** What the review dialog is opened for. */
export type ReviewRequest = {
  number: string;
  /** The same key never sends twice. */
  key: string;
} & (
  | {
      source: 'form';
      content: BindContent;
      appName: string;
      /** This very content went out before under the same key and no answer was seen. */
      unanswered: boolean;
    }
  /** Puts back what this binding set. Its content stays with the server, which takes it from the row. */
  | { source: 'restore' | 'undo'; bindingId: string }
);

export type Settled = Extract<BindAnswer, { kind: 'settled' }>;

/** What is asked. Facts stay as they were shown until the person has seen newer ones. */
export type Question = {
  /** As shown: parts of a URL that is put back may be hidden. */
  content: BindContent;
  appName: string;
  /** The binding that is put back. */
  restored: BindingView | null;
  facts: NumberFacts;
  opened: NumberFacts | null;
  unchanged: boolean;
};

/** Where the dialog stands. */
export type ReviewState =
  | { step: 'loading' }
  | { step: 'failed'; problem: Problem }
  /** It cannot be put back, whatever the number has now. */
  | { step: 'refused'; problem: Problem }
  | (Question & { step: 'asking'; problem: Problem | null })
  | (Question & { step: 'sending' });

/** True when the known binding is certainly the wanted one and nothing newer is under way; the service judges alike. */
export const isSameAsKnown = (facts: NumberFacts, content: BindContent): boolean =>
  facts.current.certainty === 'exact' &&
  facts.pending === null &&
  facts.current.url === content.callbackUrl &&
  facts.current.numberType === content.numberType;

/** The URL shown as the old one: undefined when nobody knows of any. */
export const knownUrl = (facts: NumberFacts): string | null | undefined =>
  facts.current.certainty === 'none' && facts.current.bindingId === null ? undefined : facts.current.url;

/** Marks of what the known and the wanted URL hide; only a URL that is put back hides anything. */
export const marksOf = ({ facts, restored }: Question): MarkPair | undefined =>
  restored ? { before: facts.current.hiddenMarks, after: restored.hiddenMarks.new } : undefined;
