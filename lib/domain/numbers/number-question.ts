import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import {
  type ChoiceReason,
  choiceKey,
  meaningGroup,
  type NumberChange,
  type NumberKind,
  type NumberMeaning,
} from '#lib/domain/numbers/number-meaning.ts';
import type { Settled } from '#lib/domain/numbers/read-digits.ts';

/** One thing that the number of a line can mean, as small as a page needs it: a batch has 20,000 of them. */
export type LineChoice = Pick<NumberMeaning, 'sent' | 'shape' | 'numberKind' | 'region' | 'because'> & {
  key: string;
  group: string;
};

/** How the number of a line was read. `answer`: by a question that a person answered for all lines of its kind. */
export type LineReading = {
  numberKind: NumberKind;
  region: HomeCountry | null;
  because: ChoiceReason;
  settledBy: Settled | 'answer' | 'person';
  /** The question that was answered, and how. */
  answered: { question: string; group: string } | null;
  changes: readonly NumberChange[];
  isUnusual: boolean;
};

export const toLineChoice = (meaning: NumberMeaning): LineChoice => ({
  sent: meaning.sent,
  shape: meaning.shape,
  numberKind: meaning.numberKind,
  region: meaning.region,
  because: meaning.because,
  key: choiceKey(meaning),
  group: meaningGroup(meaning),
});

/** What lines are asked together: the groups they leave open, in an order that does not depend on the home country. */
export const questionOf = (choices: readonly { group: string }[]): string =>
  [...new Set(choices.map(({ group }) => group).filter((group) => group !== 'as_typed'))].sort().join('|');

/** Worth a look digit by digit; a number that the app already has is not. */
const isUnusual = ({ numberKind, inPlan }: NumberMeaning): boolean =>
  !inPlan || ['service', 'short', 'premium', 'shared_cost', 'other', 'unknown'].includes(numberKind);

const noChanges: readonly NumberChange[] = [];

export function toLineReading(
  meaning: NumberMeaning,
  settledBy: LineReading['settledBy'],
  answered: LineReading['answered'] = null,
): LineReading {
  const { numberKind, region, because, changes } = meaning;
  return {
    ...{ numberKind, region, because, settledBy, answered },
    changes: changes.length === 0 ? noChanges : changes,
    isUnusual: settledBy !== 'known' && isUnusual(meaning),
  };
}
