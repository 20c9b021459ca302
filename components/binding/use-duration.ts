'use client';

import { useTranslations } from 'use-intl';

/** Milliseconds in words: "412 ms", and from one second on "1.4 s". */
export function useDuration() {
  const t = useTranslations('history.entry');
  return (ms: number): string =>
    ms < 1000 ? t('ms', { ms }) : t('seconds', { seconds: Math.round(ms / 100) / 10 });
}
