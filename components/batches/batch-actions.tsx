'use client';

import { Pause, Play, RotateCw, Square } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useBatchChanges } from '#components/batches/batch-changes.ts';
import { closeToHeading } from '#components/batches/batch-header.tsx';
import { BatchUndo } from '#components/batches/batch-undo.tsx';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { ProblemLine } from '#components/form/problem-line.tsx';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import type { BatchView } from '#lib/batches/view.ts';

const BatchRetryDialog = lazyWithRetry(
  async () => ({ default: (await import('#components/batches/batch-retry-dialog.tsx')).BatchRetryDialog }),
  'over',
);

type BatchActionsProps = { batch: BatchView; allowHttp: boolean };

/** What an admin can do to a batch as it stands now. */
export function BatchActions({ batch, allowHttp }: BatchActionsProps) {
  const t = useTranslations('batches');
  const { busy, problem, change } = useBatchChanges(batch.id);
  const [asks, setAsks] = useState<'stop' | 'retry' | null>(null);
  const { id, state, counts } = batch;
  const isPaused = state === 'paused';
  const isOver = state === 'done' || state === 'stopped';

  const close = () => setAsks(null);
  const stop = async () => {
    if (await change('stopped')) closeToHeading(close);
  };

  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="sr-only">{t('action.group')}</legend>
      <div className="flex flex-wrap gap-2">
        {isOver ? null : (
          // One button for both, so that the focus stays on it.
          <Button
            look={isPaused ? 'primary' : 'plain'}
            busy={busy === 'paused' || busy === 'running'}
            onClick={() => void change(isPaused ? 'running' : 'paused')}
          >
            {busy !== null ? null : isPaused ? (
              <Play aria-hidden className="size-4" />
            ) : (
              <Pause aria-hidden className="size-4" />
            )}
            <span>{t(isPaused ? 'action.resume' : 'action.pause')}</span>
          </Button>
        )}
        {isOver ? null : (
          <Button onClick={() => setAsks('stop')}>
            <Square aria-hidden className="size-4" />
            <span>{t('action.stop')}</span>
          </Button>
        )}
        {/* Sending lines again would also resume the others, which is a decision of its own. */}
        {counts.refused > 0 && !isPaused ? (
          <Button look={isOver ? 'primary' : 'plain'} onClick={() => setAsks('retry')}>
            <RotateCw aria-hidden className="size-4" />
            <span>{t('action.retry', { count: counts.refused })}</span>
          </Button>
        ) : null}
      </div>
      {isOver && counts.bound + counts.unknown > 0 ? <BatchUndo batch={batch} /> : null}
      {asks === null ? <ProblemLine problem={problem} /> : null}
      {asks === 'stop' ? (
        <ConfirmDialog
          title={t('stop.title')}
          text={t('stop.text', { count: counts.queued })}
          confirm={t('stop.confirm')}
          cancel={t('stop.cancel')}
          danger
          busy={busy === 'stopped'}
          problem={problem}
          onConfirm={() => void stop()}
          onClose={close}
        />
      ) : null}
      {asks === 'retry' ? (
        <Suspense>
          <BatchRetryDialog batchId={id} allowHttp={allowHttp} onClose={close} />
        </Suspense>
      ) : null}
    </fieldset>
  );
}
