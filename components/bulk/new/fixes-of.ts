import { choicesOf } from '#components/bindings/number-choice.ts';
import type { PlannedLine } from '#lib/domain/batch-plan.ts';
import { readNumber } from '#lib/domain/phone-number.ts';

/** A text that would mend a line. */
export type LineFix = { field: 'number' | 'callbackUrl'; text: string };

/** A row has room for so many. */
const most = 2;

/** What an invalid line may have meant, where that is one of few things. */
export function fixesOf({ typed, problem }: Extract<PlannedLine, { kind: 'invalid' }>): LineFix[] {
  if (problem.code === 'number_ambiguous')
    return choicesOf(readNumber(typed.number))
      .slice(0, most)
      .map(({ sent }) => ({ field: 'number', text: sent }));
  const canonical = problem.code === 'url_not_canonical' ? problem.params?.canonical : undefined;
  return canonical === undefined ? [] : [{ field: 'callbackUrl', text: String(canonical) }];
}
