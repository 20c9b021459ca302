'use client';

import { useTranslations } from 'use-intl';
import { stackOrder } from '#components/binding/outcome-marks.tsx';
import { type Bucket, totalOf } from '#components/chart/bar-layout.ts';
import { absoluteTime, zoneName } from '#components/ui/time/time-text.ts';
import type { ChartView } from '#lib/history/view.ts';

/** The chart in words, in the shown zone, to the minute. */
export function useChartTexts(zone: string) {
  const t = useTranslations('chart');
  const outcome = useTranslations('ui.outcome');
  const moment = (iso: string) => absoluteTime(new Date(iso), zone).slice(0, 16);

  const span = ({ from, to }: Pick<Bucket, 'from' | 'to'>) =>
    t('span', { from: moment(from), to: moment(to) });
  const counts = (bucket: Bucket) =>
    stackOrder
      .flatMap((state) => {
        const count = bucket.counts[state] ?? 0;
        return count > 0 ? [t('count', { count, outcome: outcome(state) })] : [];
      })
      .join(t('join'));
  return {
    span,
    outcome,
    /** What a bar is called. */
    bar: (bucket: Bucket) => {
      const times = { from: moment(bucket.from), to: moment(bucket.to) };
      return totalOf(bucket) === 0 ? t('emptyBar', times) : t('bar', { ...times, counts: counts(bucket) });
    },
    /** What is pointed at. */
    summary: (bucket: Bucket) =>
      totalOf(bucket) === 0
        ? t('emptyBar', { from: moment(bucket.from), to: moment(bucket.to) })
        : `${span(bucket)} · ${counts(bucket)}`,
    /** Which time the chart shows, and why: never a silent window. */
    window: ({ from, to, because }: ChartView) =>
      t(because, { from: moment(from), to: moment(to), zone: zoneName(new Date(to), zone) }),
  };
}

export type ChartTexts = ReturnType<typeof useChartTexts>;
