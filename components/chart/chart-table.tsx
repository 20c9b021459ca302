'use client';

import { useTranslations } from 'use-intl';
import { type Bucket, totalOf } from '#components/chart/bar-layout.ts';
import type { ChartTexts } from '#components/chart/use-chart-texts.ts';
import { zoneName } from '#components/ui/time/time-text.ts';
import type { BindingState } from '#lib/domain/outcome.ts';

type ChartTableProps = {
  buckets: readonly Bucket[];
  states: readonly BindingState[];
  zone: string;
  texts: ChartTexts;
};

/** The chart's figures for who reads or copies them. Times without a change are left out. */
export function ChartTable({ buckets, states, zone, texts }: ChartTableProps) {
  const t = useTranslations('chart');
  const filled = buckets.filter((bucket) => totalOf(bucket) > 0);
  if (filled.length === 0) return null;
  const cell = 'px-3 py-1 text-end first:ps-0 last:pe-0';
  return (
    <details className="mt-1.5 text-xs">
      <summary className="w-fit rounded-sm text-ink-2 hover:text-ink pointer-coarse:py-3">
        {t('asTable')}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section aria-label={t('asTable')} tabIndex={0} className="mt-1 max-h-72 overflow-auto">
        <table className="figures w-full border-collapse">
          <caption className="sr-only">{t('title')}</caption>
          <thead className="text-ink-3">
            <tr className="border-b border-line">
              <th scope="col" className="py-1 pe-3 text-start font-medium">
                {t('time', { zone: zoneName(new Date(filled[0]?.from ?? 0), zone) })}
              </th>
              {states.map((state) => (
                <th key={state} scope="col" className={`${cell} font-medium`}>
                  {texts.outcome(state)}
                </th>
              ))}
              <th scope="col" className={`${cell} font-medium`}>
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {filled.map((bucket) => (
              <tr key={bucket.from} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-1 pe-3 text-start font-normal">
                  {texts.span(bucket)}
                </th>
                {states.map((state) => (
                  <td key={state} className={cell}>
                    {bucket.counts[state] ?? 0}
                  </td>
                ))}
                <td className={cell}>{totalOf(bucket)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
