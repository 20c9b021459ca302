'use client';

import { useTranslations } from 'use-intl';
import type { LineCounts } from '#components/batches/new/lines/classify-lines.ts';
import { estimate } from '#components/batches/new/send/send-fields.ts';

type SendEstimateProps = {
  counts: LineCounts;
  alsoUnchanged: boolean;
  /** How many lines would be sent. */
  count: number;
  sendsPerSecond: number | null;
};

/** How long it would take, and which lines stay out. */
export function SendEstimate({ counts, alsoUnchanged, count, sendsPerSecond }: SendEstimateProps) {
  const t = useTranslations('newBatch.send');
  const takes = sendsPerSecond && count > 0 ? estimate(count, sendsPerSecond) : null;
  const out = {
    ask: counts.ask,
    invalid: counts.invalid,
    unchanged: alsoUnchanged ? 0 : counts.unchanged,
    same: counts.duplicate - counts.contradiction,
  };
  return (
    <div className="figures min-w-0 text-sm text-ink-2">
      {takes && sendsPerSecond ? (
        <p>
          <span>
            {t(`estimate.${takes.unit}`, {
              time: takes.time,
              count,
              rate: Math.round(sendsPerSecond * 10) / 10,
            })}
          </span>{' '}
          <span>{t('background')}</span>
        </p>
      ) : null}
      <p className="text-ink-3">
        {(['ask', 'invalid', 'unchanged', 'same'] as const)
          .filter((kind) => out[kind] > 0)
          .map((kind) => t(`leftOut.${kind}`, { count: out[kind] }))
          .join(' ')}
      </p>
    </div>
  );
}
