'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { barOrder, settledOf, sharesOf } from '#components/batches/batch-progress.ts';
import { ChartPatterns, fillOf } from '#components/binding/outcome-marks.tsx';
import type { BatchView } from '#lib/batches/view.ts';

type BatchBarProps = { batch: BatchView; height: number };

/** How far a batch is and how its lines ended: a bar of patterned parts, told in words to who can't see it. */
export function BatchBar({ batch: { counts, total }, height }: BatchBarProps) {
  const t = useTranslations('batches');
  const prefix = useId();
  const settled = settledOf(counts);
  const parts = barOrder.flatMap((state) =>
    counts[state] > 0 ? [t(`counts.${state}`, { count: counts[state] })] : [],
  );
  return (
    <div
      role="progressbar"
      aria-label={t('progress.label')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={settled}
      aria-valuetext={[t('progress.text', { settled, total }), ...parts].join(', ')}
      className="overflow-hidden rounded-sm border border-line bg-sunken"
    >
      <svg aria-hidden="true" width="100%" height={height} className="block">
        <ChartPatterns prefix={prefix} />
        {/* What waits is the empty rest of the bar. */}
        {sharesOf(counts).map(({ state, from, width }) =>
          state === 'queued' ? null : (
            <rect
              key={state}
              x={`${from}%`}
              width={`${width}%`}
              height={height}
              fill={fillOf(prefix, state)}
            />
          ),
        )}
      </svg>
    </div>
  );
}
