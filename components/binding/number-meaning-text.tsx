'use client';

import { useLocale, useTranslations } from 'use-intl';
import { countryName } from '#lib/domain/numbers/country-name.ts';
import type { NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';

/** What a number is, in the viewer's language: "Singapore · mobile". */
export function useNumberKind(): (meaning: Pick<NumberMeaning, 'region' | 'numberKind'>) => string {
  const t = useTranslations('numberMeaning');
  const locale = useLocale();
  return ({ region, numberKind }) => {
    const kind = t(`kind.${numberKind}`);
    return region === null ? kind : t('ofCountry', { country: countryName(region, locale), kind });
  };
}
