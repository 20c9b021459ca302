'use client';

import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LeftOutCounts, useUndoSentence } from '#components/batches/undo-counts.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { batchUndo } from '#lib/batches/cache.ts';
import type { BatchView } from '#lib/batches/view.ts';
import { paths } from '#lib/paths.ts';

/** The way to take a batch back, where any line of it can be; and before that, which lines it leaves as they are. */
export function BatchUndo({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.page');
  const sentence = useUndoSentence();
  const { data } = useQuery(batchUndo(batch));
  // Nothing is offered before it is known to be possible.
  if (!data) return null;
  const { undo } = data;
  return (
    <div className="grid justify-items-start gap-2">
      {undo.restorable > 0 ? (
        <PageLink href={`${paths.newBatch}?undoes=${batch.id}`} className={buttonClass('plain')}>
          <Undo2 aria-hidden className="size-4" />
          <span>{t('newUndo')}</span>
        </PageLink>
      ) : null}
      <div>
        <p className="figures text-sm text-ink-2">{sentence(undo)}</p>
        <LeftOutCounts counts={undo} />
      </div>
    </div>
  );
}
