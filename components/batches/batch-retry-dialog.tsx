'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { closeToHeading } from '#components/batches/batch-header.tsx';
import { useBatchRetry } from '#components/batches/batch-retry.ts';
import { BatchRetryLine } from '#components/batches/batch-retry-line.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { useSendProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

/** Lines listed at once: thousands would make the dialog slow, and nobody reads them there. */
const stepLines = 100;

type BatchRetryDialogProps = { batchId: string; allowHttp: boolean; onClose: () => void };

/** Shows which lines are sent again and lets their URLs be changed first; sends exactly the lines it has read. */
export function BatchRetryDialog({ batchId, allowHttp, onClose }: BatchRetryDialogProps) {
  const t = useTranslations('batches.retry');
  const problemText = useSendProblemText();
  const [listed, setListed] = useState(stepLines);
  const retry = useBatchRetry(batchId, { allowHttp, onDone: () => closeToHeading(onClose) });
  const { query, mendedCount, problems, problem, busy } = retry;
  const lines = query.data ?? [];
  const hidden = lines.length - listed;
  const wrong = Object.keys(problems).length;
  return (
    <Dialog
      title={t('title')}
      onClose={onClose}
      locked={busy}
      actions={
        <>
          <Button data-initial-focus onClick={onClose}>
            {t('cancel')}
          </Button>
          {lines.length > 0 ? (
            <Button look="primary" busy={busy} onClick={() => void retry.send()}>
              {t('confirm', { count: lines.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {query.isError ? (
        <LoadError title={t('failed')} error={query.error} hasRows={false} onRetry={() => query.refetch()} />
      ) : null}
      {query.isPending ? (
        <div className="grid gap-2">
          <p role="status" className="text-sm text-ink-2">
            {t('loading')}
          </p>
          <Skeleton className="h-24 w-full" />
        </div>
      ) : null}
      {query.isSuccess ? (
        <p className="text-ink-2 text-pretty">
          {lines.length === 0 ? t('none') : t('text', { count: lines.length })}
        </p>
      ) : null}
      {lines.length > 0 ? (
        <ul aria-label={t('label')} className="mt-3 grid divide-y divide-line border-y border-line">
          {lines.slice(0, listed).map((line) => (
            <BatchRetryLine key={line.binding.id} line={line} retry={retry} />
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <Button size="sm" className="mt-3" onClick={() => setListed(listed + stepLines)}>
          {t('more', { count: Math.min(stepLines, hidden) })}
        </Button>
      ) : null}
      <div role="status" className="mt-3 text-sm text-ink-2 empty:hidden">
        {mendedCount > 0 ? t('mended', { count: mendedCount }) : null}
      </div>
      {problem || wrong > 0 ? (
        <Notice tone="bad" role="alert" className="mt-3">
          {problem ? problemText(problem) : t('wrong', { count: wrong })}
        </Notice>
      ) : null}
    </Dialog>
  );
}
