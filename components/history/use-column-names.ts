'use client';

import { useTranslations } from 'use-intl';
import type { HistoryColumn } from '#lib/domain/history-columns.ts';

/** Columns of history in words. */
export function useColumnNames(): Record<HistoryColumn, string> {
  const table = useTranslations('history.table');
  const t = useTranslations('preferences.names');
  return {
    time: t('time'),
    number: table('number'),
    outcome: table('outcome'),
    change: table('change'),
    actor: table('actor'),
    request: table('request'),
    duration: t('duration'),
    app: t('app'),
    type: t('type'),
    source: t('source'),
    code: t('code'),
    reason: t('reason'),
  };
}
