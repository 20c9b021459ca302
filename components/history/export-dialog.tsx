'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/data-table/load-error.tsx';
import { useProblemText } from '#components/form/problem-text.ts';
import type { ExportProps } from '#components/history/export-question.tsx';
import { ExportQuestion } from '#components/history/export-question.tsx';
import { ExportWaiting } from '#components/history/export-waiting.tsx';
import { useExport } from '#components/history/use-export.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';

type ExportDialogProps = ExportProps & { onClose: () => void; onStarted: () => void };

/** How many rows, which, in which form; then the browser fetches the file. */
export function ExportDialog({ search, apps, names, onClose, onStarted }: ExportDialogProps) {
  const t = useTranslations('auditLog.export');
  const problemText = useProblemText();
  const zone = useViewerZone();
  const asked = useExport(search, { zone, onStarted });
  const rows = asked.count.data?.rows;
  const { place } = asked.turn;
  const title = rows === undefined ? t('button') : rows === 0 ? t('nothingTitle') : t('title', { rows });

  return (
    <Dialog
      title={title}
      onClose={onClose}
      locked={asked.busy}
      actions={
        <>
          <Button data-initial-focus onClick={onClose}>
            {place ? t('leaveQueue') : t('cancel')}
          </Button>
          {rows && !place ? (
            <Button look="primary" busy={asked.busy} onClick={() => void asked.confirm()}>
              {asked.asksAgain ? t('confirmAll') : t('confirm', { rows })}
            </Button>
          ) : null}
        </>
      }
    >
      {asked.count.isError ? (
        <LoadError error={asked.count.error} hasRows={false} onRetry={() => asked.count.refetch()} />
      ) : rows === undefined ? (
        <div role="status">
          <span className="sr-only">{t('counting')}</span>
          <Skeleton className="h-56 w-full" />
        </div>
      ) : rows === 0 ? (
        <p className="text-ink-2">{t('nothing')}</p>
      ) : place ? (
        <ExportWaiting place={place} lost={asked.turn.lost} />
      ) : (
        <div className="grid gap-4">
          {asked.asksAgain ? (
            <Notice tone="warn" role="alert" title={t('everything')}>
              {t('everythingText', { rows })}
            </Notice>
          ) : null}
          {asked.problem ? (
            <Notice tone="bad" role="alert">
              {problemText(asked.problem)}
            </Notice>
          ) : null}
          <ExportQuestion
            search={search}
            apps={apps}
            names={names}
            zone={zone}
            rows={rows}
            format={asked.format}
            onFormat={asked.setFormat}
          />
        </div>
      )}
    </Dialog>
  );
}
