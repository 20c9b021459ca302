'use client';

import { useTranslations } from 'use-intl';
import { settledOf } from '#components/batches/batch-progress.ts';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BatchView } from '#lib/batches/view.ts';

/** How many lines are over, how fast it goes and how long it will still take. */
export function BatchPace({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.progress');
  const { counts, total, ratePerSecond, secondsLeft, state, halt } = batch;
  const since = state === 'done' ? batch.finishedAt : (halt?.at ?? null);
  const rate = ratePerSecond === null ? t('still') : t('rate', { rate: Math.round(ratePerSecond * 10) / 10 });
  return (
    <p className="figures flex flex-wrap gap-x-4 text-sm text-ink-2">
      <span className="font-medium text-ink">{t('text', { settled: settledOf(counts), total })}</span>
      {state === 'running' ? <span>{rate}</span> : null}
      {secondsLeft === null ? null : <TimeLeft seconds={secondsLeft} />}
      {state === 'running' || since === null ? null : (
        <Sentence>{t.rich(`since.${state}`, { time: () => <Time at={since} show="both" /> })}</Sentence>
      )}
    </p>
  );
}

/** Rounded, because it is a guess. */
function TimeLeft({ seconds }: { seconds: number }) {
  const t = useTranslations('batches.progress.left');
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) return <span>{t('seconds', { count: Math.max(1, seconds) })}</span>;
  if (minutes < 90) return <span>{t('minutes', { count: minutes })}</span>;
  return <span>{t('hours', { count: Math.round(minutes / 60) })}</span>;
}
