'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ChartPatterns, stackOrder } from '#components/binding/outcome-marks.tsx';
import { type Bucket, highest } from '#components/chart/bar-layout.ts';
import { Bars } from '#components/chart/bars.tsx';
import { ChartLegend } from '#components/chart/chart-legend.tsx';
import { ChartTable } from '#components/chart/chart-table.tsx';
import { useChartTexts } from '#components/chart/use-chart-texts.ts';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import { chart } from '#lib/history/cache.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { changeFilters } from '#lib/history/search-changes.ts';

type OutcomeChartProps = { search: HistorySearch; onSearch: (search: HistorySearch) => void };

/** Stacked bars of outcomes for the filter at hand. A bar narrows the time; the same figures stand in a table below. */
export default function OutcomeChart({ search, onSearch }: OutcomeChartProps) {
  const t = useTranslations('chart');
  const prefix = useId();
  const zone = useViewerZone();
  const query = useQuery(chart(search, zone));
  const texts = useChartTexts(zone);
  const [pointed, setPointed] = useState<Bucket | null>(null);
  const { data, isError, isPlaceholderData } = query;

  if (!data)
    return isError ? (
      <p role="status" className="flex items-center gap-2 py-6 text-sm text-ink-2">
        <span>{t('failed')}</span>
        <Button size="sm" onClick={() => void query.refetch()}>
          {t('retry')}
        </Button>
      </p>
    ) : (
      <div className="pt-6">
        <p role="status" className="sr-only">
          {t('loading')}
        </p>
        <Skeleton className="h-32 w-full" />
      </div>
    );

  const { buckets } = data;
  const most = highest(buckets);
  const states = stackOrder.filter((state) => buckets.some(({ counts }) => counts[state]));
  const narrow = ({ from, to }: Bucket) =>
    onSearch(
      changeFilters(search, {
        from: search.from && search.from > from ? search.from : from,
        to: search.to && search.to < to ? search.to : to,
      }),
    );
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-50' : undefined}>
      <svg aria-hidden="true" width="0" height="0" className="absolute">
        <ChartPatterns prefix={prefix} />
      </svg>
      <div className="flex h-14 flex-wrap items-baseline justify-between gap-x-4 text-xs text-ink-2 sm:h-6 sm:flex-nowrap">
        <p className="figures line-clamp-2 h-8 min-w-0 max-sm:basis-full sm:line-clamp-1 sm:h-auto">
          {pointed ? texts.summary(pointed) : texts.window(data)}
        </p>
        <ChartLegend prefix={prefix} states={states} />
      </div>
      {most === 0 ? (
        <p className="grid h-28 place-items-center text-sm text-ink-2">{t('empty')}</p>
      ) : (
        <Bars
          buckets={buckets}
          most={most}
          prefix={prefix}
          texts={texts}
          pointed={pointed}
          onPoint={setPointed}
          onChoose={narrow}
        />
      )}
      <ChartTable buckets={buckets} states={states} zone={zone} texts={texts} />
    </div>
  );
}
