'use client';

import { useTranslations } from 'use-intl';
import type { BindingView } from '#lib/bindings/view.ts';
import { knownCodeFor, sentenceKeyFor } from '#lib/domain/provider-codes.ts';

type Ended = Pick<BindingView, 'state' | 'code' | 'message' | 'actor'>;

/** A sentence for a code, or null for one nobody has listed: its own words are then all there is. */
export function useCodeSentence() {
  const t = useTranslations('provider');
  return (code: string): string | null => (knownCodeFor(code) ? t(sentenceKeyFor(code)) : null);
}

/** Why a binding is not bound, for a reader who does not know the provider's codes. Null where nothing went wrong. */
export function useReason() {
  const t = useTranslations('history.entry');
  const sentence = useCodeSentence();
  return ({ state, code, message, actor }: Ended): string | null => {
    if (state === 'denied') return t('denied', { name: actor.name });
    if (state !== 'refused' && state !== 'unknown') return null;
    if (code === null) return state === 'unknown' ? t('unknown') : t('refused');
    return sentence(code) ?? (message ? `${code}: ${message}` : code);
  };
}
