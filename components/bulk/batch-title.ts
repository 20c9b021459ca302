'use client';

import { useTranslations } from 'use-intl';
import type { BatchView } from '#lib/bulk/view.ts';

/** What a batch is called: its title, or how many numbers it is about. */
export function useBatchTitle(): (batch: Pick<BatchView, 'title' | 'kind' | 'total'>) => string {
  const t = useTranslations('batch.untitled');
  return ({ title, kind, total }) => title ?? t(kind, { count: total });
}
