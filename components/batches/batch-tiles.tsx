'use client';

import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { barOrder } from '#components/batches/batch-progress.ts';
import { ChartPatterns, Swatch } from '#components/binding/outcome-marks.tsx';
import type { BatchView } from '#lib/batches/view.ts';
import type { LineState } from '#lib/domain/batch.ts';

type BatchTilesProps = {
  batch: BatchView;
  /** Undefined: all lines. */
  chosen: LineState | undefined;
  onChoose: (state: LineState | undefined) => void;
};

/** How many lines stand where. Each count is a button that shows just those lines, and again to show all. */
export function BatchTiles({ batch: { counts, total }, chosen, onChoose }: BatchTilesProps) {
  const t = useTranslations('batches.filter');
  const outcome = useTranslations('ui.outcome');
  const prefix = useId();
  return (
    <fieldset className="@container min-w-0">
      <legend className="sr-only">{t('label')}</legend>
      <svg aria-hidden="true" width="0" height="0" className="absolute">
        <ChartPatterns prefix={prefix} />
      </svg>
      <div className="grid grid-cols-2 gap-2 @md:grid-cols-4 @4xl:grid-cols-7">
        <Tile count={total} isChosen={chosen === undefined} onChoose={() => onChoose(undefined)}>
          {t('all')}
        </Tile>
        {barOrder.map((state) => (
          <Tile
            key={state}
            count={counts[state]}
            isChosen={chosen === state}
            onChoose={() => onChoose(chosen === state ? undefined : state)}
          >
            {state === 'queued' ? <Hollow /> : <Swatch prefix={prefix} state={state} />}
            <span>{outcome(state)}</span>
          </Tile>
        ))}
      </div>
    </fieldset>
  );
}

/** What waits is the empty rest of the bar. */
const Hollow = () => (
  <span aria-hidden className="size-3 shrink-0 rounded-xs border border-line-strong bg-sunken" />
);

type TileProps = { count: number; isChosen: boolean; onChoose: () => void; children: ReactNode };

function Tile({ count, isChosen, onChoose, children }: TileProps) {
  const t = useTranslations('batches.filter');
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={clsx(
        'grid min-h-14 gap-0.5 rounded-md border px-3 py-2 text-start transition-colors',
        isChosen
          ? 'border-accent bg-accent-soft ring-1 ring-accent ring-inset'
          : 'border-line bg-surface hover:bg-hover',
      )}
    >
      <span
        className={clsx(
          'figures text-xl font-semibold',
          count === 0 && !isChosen ? 'text-ink-3' : 'text-ink',
        )}
      >
        {t('count', { count })}
      </span>
      <span className="flex items-center gap-1.5 text-sm text-ink-2">{children}</span>
    </button>
  );
}
