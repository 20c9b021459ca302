'use client';

import { clsx } from 'clsx';
import { useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Shown } from '#components/batches/new/lines/classify-lines.ts';

type KindFilterProps = {
  /** How many lines of each kind there are; kinds without lines are left out. */
  counts: Record<Shown, number>;
  value: Shown;
  onChoose: (kind: Shown) => void;
};

const kinds = [
  'all',
  'ask',
  'bind',
  'replace',
  'unchanged',
  'invalid',
  'duplicate',
  'unusual',
  'changed',
] as const;
/** Kinds that most batches have no line of. */
const rare: readonly Shown[] = ['ask', 'unusual', 'changed'];

/** Which kind of lines is shown, with how many there are of each. It may wrap: on a phone six do not fit a line. */
export function KindFilter({ counts, value, onChoose }: KindFilterProps) {
  const t = useTranslations('newBatch.dryRun');
  const name = useId();
  const figures = new Intl.NumberFormat(useLocale());
  return (
    <fieldset className="flex flex-wrap gap-1 text-sm">
      <legend className="sr-only">{t('filter')}</legend>
      {kinds
        .filter((kind) => !rare.includes(kind) || counts[kind] > 0 || kind === value)
        .map((kind) => (
          <label
            key={kind}
            className={clsx(
              'relative flex min-h-7 items-center gap-1.5 rounded-md border border-line px-2.5 pointer-coarse:min-h-11',
              'has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              counts[kind] === 0 ? 'text-ink-3' : 'text-ink hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name={name}
              className="absolute inset-0 cursor-pointer opacity-0"
              checked={kind === value}
              onChange={() => onChoose(kind)}
            />
            <span>{t(`kinds.${kind}`)}</span>{' '}
            <span className="figures text-ink-2">{figures.format(counts[kind])}</span>
          </label>
        ))}
    </fieldset>
  );
}
