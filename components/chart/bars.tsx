'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Bucket, stack, totalOf } from '#components/chart/bar-layout.ts';
import { fillOf } from '#components/chart/chart-marks.tsx';
import type { ChartTexts } from '#components/chart/use-chart-texts.ts';

type BarsProps = {
  buckets: readonly Bucket[];
  most: number;
  prefix: string;
  texts: ChartTexts;
  onPoint: (bucket: Bucket | null) => void;
  onChoose: (bucket: Bucket) => void;
};

/** Height of the plot in px. */
const height = 104;

/** Where a key leads among the bars; null for keys that lead nowhere. */
function step(key: string, at: number, count: number): number | null {
  const targets: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 };
  const target = targets[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1);
}

/** The drawing, and over it one button a bar: one stop of Tab for all, arrows go from bar to bar. */
export function Bars({ buckets, most, prefix, texts, onPoint, onChoose }: BarsProps) {
  const t = useTranslations('chart');
  const row = useRef<HTMLFieldSetElement>(null);
  const [wanted, setWanted] = useState(Number.POSITIVE_INFINITY);
  const at = Math.min(wanted, buckets.length - 1);
  const share = 100 / buckets.length;

  const press = (event: KeyboardEvent) => {
    const next = step(event.key, at, buckets.length);
    if (next === null) return;
    event.preventDefault();
    setWanted(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <div className="relative mt-1">
      <p
        className="figures pointer-events-none absolute start-0 -top-0.5 text-2xs text-ink-3"
        title={t('most', { count: most })}
      >
        <span aria-hidden>{most.toLocaleString('en')}</span>
      </p>
      <svg
        aria-hidden="true"
        width="100%"
        height={height}
        className="block border-t border-b border-t-line border-b-line-strong border-dashed [border-bottom-style:solid]"
      >
        {buckets.map((bucket, index) =>
          stack(bucket, { most, height }).map(({ state, y, height: part }) => (
            <rect
              key={`${bucket.from}-${state}`}
              x={`${index * share + share * 0.12}%`}
              width={`${share * 0.76}%`}
              y={y}
              height={part}
              fill={fillOf(prefix, state)}
            />
          )),
        )}
      </svg>
      <fieldset
        ref={row}
        className="absolute inset-0 flex"
        onKeyDown={press}
        onPointerLeave={() => onPoint(null)}
      >
        <legend className="sr-only">{t('bars')}</legend>
        {buckets.map((bucket, index) => (
          <button
            key={bucket.from}
            type="button"
            tabIndex={index === at ? 0 : -1}
            aria-label={texts.bar(bucket)}
            aria-disabled={totalOf(bucket) === 0 || undefined}
            className="min-w-0 flex-1 rounded-xs outline-offset-0 hover:bg-accent/12 focus-visible:bg-accent/12"
            onPointerEnter={() => onPoint(bucket)}
            onFocus={() => {
              setWanted(index);
              onPoint(bucket);
            }}
            onBlur={() => onPoint(null)}
            onClick={() => {
              if (totalOf(bucket) > 0) onChoose(bucket);
            }}
          />
        ))}
      </fieldset>
    </div>
  );
}
