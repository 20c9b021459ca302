'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** In a row: its actor's password had been reset by a link less than a day before. The page of the row says more. */
export function ResetMark() {
  const t = useTranslations('history.afterReset');
  return (
    <p title={t('mark')} className="flex max-w-full min-w-0 items-center gap-1 text-xs text-warn">
      <KeyRound aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{t('mark')}</span>
      <span aria-hidden className="truncate">
        {t('shortMark')}
      </span>
    </p>
  );
}
