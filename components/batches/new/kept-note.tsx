'use client';

import { useTranslations } from 'use-intl';
import type { KeptBatch } from '#components/batches/new/kept-batch.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';

type KeptNoteProps = { batch: KeptBatch; isGone: boolean; onStartOver: () => void };

/** That what was typed before is back, and the way to begin without it. `isGone`: without its lines. */
export function KeptNote({ batch: { savedAt, count }, isGone, onStartOver }: KeptNoteProps) {
  const t = useTranslations('newBatch.kept');
  return (
    <Notice
      role="status"
      tone={isGone ? 'warn' : 'info'}
      title={
        <Sentence>{t.rich('back', { count, time: () => <Time at={savedAt} show="relative" /> })}</Sentence>
      }
      actions={
        <Button size="sm" onClick={onStartOver}>
          {t('startOver')}
        </Button>
      }
    >
      {isGone ? t('gone') : null}
    </Notice>
  );
}

type OtherKeptNoteProps = { batch: KeptBatch; onTake: () => void; onDiscard: () => void };

/** That this tab keeps lines that the page was not opened with. */
export function OtherKeptNote({ batch, onTake, onDiscard }: OtherKeptNoteProps) {
  const t = useTranslations('newBatch.kept');
  const from = useTranslations('newBatch.input.from');
  const { savedAt, count, source } = batch;
  return (
    <Notice
      title={
        <Sentence>{t.rich('other', { count, time: () => <Time at={savedAt} show="relative" /> })}</Sentence>
      }
      actions={
        <>
          <Button size="sm" onClick={onTake}>
            {t('take')}
          </Button>
          <Button size="sm" look="quiet" onClick={onDiscard}>
            {t('discard')}
          </Button>
        </>
      }
    >
      {source ? <p>{from(source.from, { name: source.name })}</p> : null}
    </Notice>
  );
}
