'use client';

import { useTranslations } from 'use-intl';
import { absoluteTime } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { BatchName } from '#lib/history/view.ts';

/** What a batch is called: its title, or how many numbers it is about. */
export function useBatchTitle(): (batch: Pick<BatchName, 'title' | 'kind' | 'total'>) => string {
  const t = useTranslations('history.batch');
  return ({ title, kind, total }) => title ?? t(kind, { count: total });
}

/** The same with who began it and when, since titles may be alike. */
export function useBatchName(): (batch: BatchName) => string {
  const t = useTranslations('history.batch');
  const titleOf = useBatchTitle();
  const zone = useViewerZone();
  return (batch) =>
    t('named', {
      title: titleOf(batch),
      name: batch.by,
      time: absoluteTime(new Date(batch.at), zone).slice(0, -3),
    });
}
