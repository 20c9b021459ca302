'use client';

import { useTranslations } from 'use-intl';
import { UndoNote } from '#components/batches/new/lines/undo-note.tsx';
import type { DryRun } from '#components/batches/new/lines/use-dry-run.ts';
import type { useFacts } from '#components/batches/new/lines/use-facts.ts';
import type { Opening } from '#components/batches/new/source/use-initial-lines.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Start } from '#lib/batches/initial-lines.ts';
import { batchLimits } from '#lib/domain/batch.ts';

type OpeningNoteProps = {
  start: Start;
  opening: Opening;
  onRetry: () => void;
  dryRun: DryRun;
  facts: ReturnType<typeof useFacts>;
  /** No lines have been read yet: the dry run says for itself what it is busy with. */
  isInput: boolean;
  /** Something stands in the text field, and stays there. */
  hasText: boolean;
};

/** What is being read, and what went wrong with it. */
export function OpeningNote({ start, opening, onRetry, dryRun, facts, isInput, hasText }: OpeningNoteProps) {
  const t = useTranslations('newBatch');
  const shared = useTranslations('ui');
  const text = useProblemText();
  const { problem, busyWith } = dryRun;
  const isUndo = start.kind === 'undo';
  const busy =
    opening.kind === 'loading'
      ? t(isUndo ? 'busy.undo' : 'busy.board')
      : isInput && busyWith
        ? t(`busy.${busyWith.from}`, { name: busyWith.name })
        : '';
  return (
    <>
      <p role="status" className="text-ink-2 empty:hidden">
        {busy}
      </p>
      {opening.kind === 'failed' ? (
        <Notice
          tone="bad"
          role="alert"
          title={t('failed.load')}
          actions={
            <Button size="sm" onClick={onRetry}>
              {shared('retry')}
            </Button>
          }
        >
          {text(opening.problem)}
        </Notice>
      ) : null}
      {opening.kind === 'nothing' ? <Notice role="status">{t('input.nothing')}</Notice> : null}
      {opening.kind === 'undo' ? <UndoNote plan={opening.plan} /> : null}
      {opening.kind === 'more' ? (
        <Notice tone="warn" role="status">
          {t('input.more', { limit: batchLimits.rows })}
        </Notice>
      ) : null}
      {problem === null ? null : (
        <Notice tone="bad" role="alert" title={t('failed.read')}>
          <span>{problem === 'broken' ? t('failed.worker') : text(problem)}</span>
          <span>{hasText ? ` ${t('failed.kept')}` : ''}</span>
        </Notice>
      )}
      {facts.problem === null ? null : (
        <Notice
          tone="bad"
          role="alert"
          title={t('failed.facts')}
          actions={
            <Button size="sm" onClick={facts.retry}>
              {shared('retry')}
            </Button>
          }
        >
          {text(facts.problem)}
        </Notice>
      )}
    </>
  );
}
