import type { useTranslations } from 'use-intl';
import { countryName } from '#lib/domain/numbers/country-name.ts';
import type { NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';

export type Kind = Pick<NumberMeaning, 'region' | 'numberKind'>;

/** The translator of `numberMeaning`. */
type Words = ReturnType<typeof useTranslations<'numberMeaning'>>;

/** What a number is: "Singapore · mobile". */
export function kindInWords({ region, numberKind }: Kind, words: Words, locale: string): string {
  const kind = words(`kind.${numberKind}`);
  return region === null ? kind : words('ofCountry', { country: countryName(region, locale), kind });
}

/**
 * Meanings of one number as one list: "95588 (China · short public number) or 95588 (internal number)". A number alone
 * does not tell them apart: two meanings may be sent alike.
 */
export function meaningsInWords(
  meanings: readonly (Kind & Pick<NumberMeaning, 'sent'>)[],
  words: Words,
  locale: string,
): string {
  const each = meanings.map((meaning) =>
    words('sentAs', { sent: meaning.sent, kind: kindInWords(meaning, words, locale) }),
  );
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(each);
}
