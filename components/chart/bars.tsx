'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fillOf } from '#components/binding/outcome-marks.tsx';
import { type Bucket, stack, totalOf } from '#components/chart/bar-layout.ts';
import type { ChartTexts } from '#components/chart/use-chart-texts.ts';

type BarsProps = {
  buckets: readonly Bucket[];
  most: number;
  prefix: string;
  texts: ChartTexts;
  pointed: Bucket | null;
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

const isTouch = ({ nativeEvent }: MouseEvent): boolean =>
  nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';

/**
 * The drawing, and over it the bars as a list to choose a time from: one stop of Tab, arrows go from bar to bar. Under a
 * finger a bar is narrow, so the first tap tells which it is and a second one chooses it.
 */
export function Bars({ buckets, most, prefix, texts, pointed, onPoint, onChoose }: BarsProps) {
  const t = useTranslations('chart');
  const [wanted, setWanted] = useState(Number.POSITIVE_INFINITY);
  const at = Math.min(wanted, buckets.length - 1);
  const share = 100 / buckets.length;
  const idOf = (index: number) => `${prefix}-bar-${index}`;

  const choose = (bucket: Bucket | undefined) => {
    if (bucket && totalOf(bucket) > 0) onChoose(bucket);
  };
  const press = (event: KeyboardEvent) => {
    const next = step(event.key, at, buckets.length);
    if (next !== null) {
      setWanted(next);
      onPoint(buckets[next] ?? null);
    }
    if (event.key === 'Enter') choose(buckets[at]);
    if (next !== null || event.key === 'Enter') event.preventDefault();
  };

  return (
    <div className="relative mt-1">
      <p
        aria-hidden
        className="figures pointer-events-none absolute start-0 top-0 rounded-ee-sm bg-surface/80 pe-1 text-2xs text-ink-3"
      >
        {most.toLocaleString('en')}
      </p>
      <svg
        aria-hidden="true"
        width="100%"
        height={height}
        className="block border-y border-t-line border-b-line-strong"
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
      <div
        role="listbox"
        aria-label={t('bars')}
        aria-orientation="horizontal"
        aria-activedescendant={idOf(at)}
        tabIndex={0}
        className="group/bars absolute inset-0 flex rounded-sm"
        onKeyDown={press}
        onFocus={() => onPoint(buckets[at] ?? null)}
        onBlur={() => onPoint(null)}
        onPointerLeave={({ pointerType }) => {
          if (pointerType !== 'touch') onPoint(null);
        }}
      >
        {buckets.map((bucket, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list
          <div
            key={bucket.from}
            id={idOf(index)}
            role="option"
            aria-selected={index === at}
            aria-label={texts.bar(bucket)}
            aria-disabled={totalOf(bucket) === 0 || undefined}
            className={clsx(
              'min-w-0 flex-1 hover:bg-accent/12',
              totalOf(bucket) > 0 && 'cursor-pointer',
              index === at && 'group-focus-visible/bars:bg-accent/20',
            )}
            onPointerEnter={({ pointerType }) => {
              if (pointerType !== 'touch') onPoint(bucket);
            }}
            onClick={(event) => {
              setWanted(index);
              if (isTouch(event) && pointed !== bucket) onPoint(bucket);
              else choose(bucket);
            }}
          />
        ))}
      </div>
    </div>
  );
}
