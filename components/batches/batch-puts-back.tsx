'use client';

import { useTranslations } from 'use-intl';
import { LeftOutCounts } from '#components/batches/undo-counts.tsx';
import type { BatchView } from '#lib/batches/view.ts';

/** Of a batch that takes another one back: how much of that one it puts back, and why the rest stayed out. */
export function BatchPutsBack({ batch: { undoCounts } }: { batch: BatchView }) {
  const t = useTranslations('undo');
  if (undoCounts === null) return null;
  const { total, restorable, restoring } = undoCounts;
  return (
    <div>
      <p className="figures text-sm text-ink-2">{t('done', { sent: restoring, total })}</p>
      <LeftOutCounts counts={undoCounts} removed={restorable - restoring} />
    </div>
  );
}
