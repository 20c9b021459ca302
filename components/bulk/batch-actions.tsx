'use client';

import { Pause, Play, RotateCw, Square, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useBatchChanges } from '#components/bulk/batch-changes.ts';
import { closeToHeading } from '#components/bulk/batch-head.tsx';
import { ProblemLine } from '#components/form/problem-line.tsx';
import { ConfirmDialog } from '#components/people/confirm-dialog.tsx';
import { PageLink } from '#components/shell/page-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import type { BatchView } from '#lib/bulk/view.ts';
import { paths } from '#lib/paths.ts';

const BatchRetryDialog = lazy(async () => ({
  default: (await import('#components/bulk/batch-retry-dialog.tsx')).BatchRetryDialog,
}));

type BatchActionsProps = { batch: BatchView; allowHttp: boolean };

/** What an admin can do to a batch as it stands now. */
export function BatchActions({ batch, allowHttp }: BatchActionsProps) {
  const t = useTranslations('batch');
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
            {t(isPaused ? 'action.resume' : 'action.pause')}
          </Button>
        )}
        {isOver ? null : (
          <Button onClick={() => setAsks('stop')}>
            <Square aria-hidden className="size-4" />
            {t('action.stop')}
          </Button>
        )}
        {/* Sending lines again would also resume the others, which is a decision of its own. */}
        {counts.refused > 0 && !isPaused ? (
          <Button look={isOver ? 'primary' : 'plain'} onClick={() => setAsks('retry')}>
            <RotateCw aria-hidden className="size-4" />
            {t('action.retry', { count: counts.refused })}
          </Button>
        ) : null}
        {isOver && counts.bound > 0 ? (
          <PageLink href={`${paths.newBatch}?undoes=${id}`} className={buttonClass('plain')}>
            <Undo2 aria-hidden className="size-4" />
            {t('page.newUndo')}
          </PageLink>
        ) : null}
      </div>
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
