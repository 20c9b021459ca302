'use client';

import { useMessages, useTranslations } from 'use-intl';
import type { BindingView } from '#lib/bindings/view.ts';
import { unsentCodes } from '#lib/domain/batch.ts';
import type { SentenceKey } from '#lib/domain/provider-codes.ts';

type Ended = Pick<BindingView, 'state' | 'code' | 'message' | 'actor'>;

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

const unsentKeys: Partial<Record<string, 'unsentStopped' | 'unsentChanged' | 'unsentRetired'>> = {
  [unsentCodes.stopped]: 'unsentStopped',
  [unsentCodes.changed]: 'unsentChanged',
  [unsentCodes.retired]: 'unsentRetired',
};

/** Why a binding is not bound, for a reader who does not know the provider's codes. Null where nothing went wrong. */
export function useReason() {
  const t = useTranslations('history.entry');
  const sentence = useCodeSentence();
  return ({ state, code, message, actor }: Ended): string | null => {
    if (state === 'denied') return t('denied', { name: actor.name });
    if (state === 'unsent') return t(unsentKeys[code ?? ''] ?? 'unsent');
    if (state !== 'refused' && state !== 'unknown') return null;
    if (code === null) return state === 'unknown' ? t('unknown') : t('refused');
    return sentence(code) ?? (message ? `${code}: ${message}` : code);
  };
}
