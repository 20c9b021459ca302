'use client';

import { useLocale, useTranslations } from 'use-intl';
import { type Kind, kindInWords } from '#components/binding/number-meaning-words.ts';

/** What a number is, in the viewer's language: "Singapore · mobile". */
export function useNumberKind(): (meaning: Kind) => string {
  const words = useTranslations('numberMeaning');
  const locale = useLocale();
  return (meaning) => kindInWords(meaning, words, locale);
}
