'use client';

import { useLocale, useTranslations } from 'use-intl';
import type { NumberChange } from '#lib/domain/numbers/number-meaning.ts';

/** Digits that are sent and were not typed, and the other way round, as sentences. A plus for 00 is none. */
export function useNumberChanges(): (changes: readonly NumberChange[]) => string[] {
  const about = useTranslations('numberMeaning');
  const locale = useLocale();
  return (changes) => {
    if (changes.length === 0) return [];
    const list = (parts: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
    const added = changes.flatMap(({ act, what, digits }) =>
      act !== 'added' || digits === ''
        ? []
        : what === 'exit_code' || what === 'country_code' || what === 'trunk_prefix'
          ? [about(`addedPart.${what}`, { digits })]
          : [digits],
    );
    const removed = changes.flatMap(({ act, what, digits }) =>
      act !== 'removed' || digits === '' ? [] : [about(`part.${what}`, { digits })],
    );
    return [
      ...(added.length > 0 ? [about('added', { parts: list(added) })] : []),
      ...(removed.length > 0 ? [about('removed', { parts: list(removed) })] : []),
    ];
  };
}
