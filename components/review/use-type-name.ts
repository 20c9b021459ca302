'use client';

import { useTranslations } from 'use-intl';
import type { NumberType } from '#lib/domain/outcome.ts';

/** The number type in words, with the value that is sent. */
export function useTypeName(): (type: NumberType | null) => string {
  const t = useTranslations('bind.field');
  return (type) => {
    if (type === null) return t('notSent');
    return `${t(type === 'number' ? 'lineNumber' : 'innerNumber')} (${type})`;
  };
}
