import type { BindContent } from '#components/bindings/bind-values.ts';
import type { BindAnswer, NumberFacts } from '#lib/bindings/view.ts';
import type { BindingSource } from '#lib/domain/outcome.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What the review dialog is opened for. */
export type ReviewRequest = {
  content: BindContent;
  appName: string;
  key: string;
  source: BindingSource;
  restoresBindingId: string | null;
  /** This very content went out before under the same key and no answer was seen. */
  unanswered: boolean;
};

export type Settled = Extract<BindAnswer, { kind: 'settled' }>;

/** Where the dialog stands. Facts stay as they were shown until the person has seen newer ones. */
export type ReviewState =
  | { step: 'loading' }
  | { step: 'failed'; problem: Problem }
  | {
      step: 'asking';
      facts: NumberFacts;
      opened: NumberFacts | null;
      unchanged: boolean;
      problem: Problem | null;
    }
  | { step: 'sending'; facts: NumberFacts; opened: NumberFacts | null; unchanged: boolean };

/** True when the known binding is certainly the wanted one and nothing newer is under way; the service judges alike. */
export const isSameAsKnown = (facts: NumberFacts, content: BindContent): boolean =>
  facts.current.certainty === 'exact' &&
  facts.pending === null &&
  facts.current.url === content.callbackUrl &&
  facts.current.numberType === content.numberType;

/** The URL shown as the old one: undefined when nobody knows of any. */
export const knownUrl = (facts: NumberFacts): string | null | undefined =>
  facts.current.certainty === 'none' && facts.current.bindingId === null ? undefined : facts.current.url;
