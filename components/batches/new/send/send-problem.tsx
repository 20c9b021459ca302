'use client';

import { useTranslations } from 'use-intl';
import type { Sending } from '#components/batches/new/send/use-send.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { ProblemWayOn } from '#components/form/problem-way-on.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { paths } from '#lib/paths.ts';

/** That the batch has started, or why it did not, or not surely, and the way on. */
export function SendProblem({ sending, onShow }: { sending: Sending; onShow: () => void }) {
  const t = useTranslations('newBatch.send');
  const text = useProblemText();
  if (sending.kind === 'changed')
    return (
      <Notice
        tone="warn"
        role="alert"
        title={t('changedTitle', { count: sending.lines.length })}
        actions={
          <Button size="sm" onClick={onShow}>
            {t('show')}
          </Button>
        }
      >
        {t('changedText')}
      </Notice>
    );
  // The batch's page says more; this says enough where that page does not come.
  if (sending.kind === 'started')
    return (
      <Notice
        tone="good"
        role="status"
        title={t('started')}
        actions={
          <PageLink href={paths.batch(sending.batchId)} className={buttonClass('plain', 'sm')}>
            {t('openBatch')}
          </PageLink>
        }
      />
    );
  if (sending.kind !== 'failed') return null;
  const { code, params } = sending.problem;
  const { unclear } = sending;
  const line = params?.line;
  const batchId = params?.batchId;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t(unclear ? 'unclear' : 'failed')}
      actions={
        batchId === undefined ? (
          <ProblemWayOn problem={sending.problem} />
        ) : (
          <PageLink href={paths.batch(String(batchId))} className={buttonClass('plain', 'sm')}>
            {t('openBatch')}
          </PageLink>
        )
      }
    >
      <p>
        {line === undefined || code === 'batch_line_twice'
          ? text(sending.problem)
          : `${t('ofLine', { line: Number(line) })} ${text(sending.problem)}`}
      </p>
      {unclear ? <p>{t('unclearText')}</p> : null}
    </Notice>
  );
}
