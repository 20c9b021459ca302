'use client';

import { useTranslations } from 'use-intl';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { unsentCodes } from '#lib/domain/batch.ts';

type Ended = Pick<BindingView, 'state' | 'code' | 'message' | 'actor'>;

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
