'use client';
import { useMessages, useTranslations } from 'use-intl';
import type { SentenceKey } from '#lib/domain/provider-codes.ts';

/**
 * A sentence for a code, or for its family; null for one nobody has listed: its own words are then all there is. Asks
 * the messages, because the table of codes would come along with every page of history.
 */
export function useCodeSentence() {
  const t = useTranslations('provider');
  const sentences = useMessages().provider ?? {};
  const isKey = (key: string): key is SentenceKey => Object.hasOwn(sentences, key);
  return (code: string): string | null => {
    const key = [code.replace('.', '_'), code.split('.', 1)[0] ?? code].find(isKey);
    return key === undefined ? null : t(key);
  };
}
