'use client';

import { clsx } from 'clsx';
import { Check, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FilterOption } from '#components/history/filters/filter-options.ts';

type FilterListProps = {
  id: string;
  label: string;
  options: readonly FilterOption[];
  at: number;
  onChoose: (option: FilterOption) => void;
};

/** The list under the box of the filter menu. Focus stays in the box, which names the option it is at. */
export function FilterList({ id, label, options, at, onChoose }: FilterListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      className="grid max-h-[min(22rem,50dvh)] gap-px overflow-y-auto"
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box
        <div
          key={option.id}
          id={`${id}-${option.id}`}
          role="option"
          aria-selected={option.kind === 'value' ? option.chosen : option.kind === 'field' && option.set > 0}
          ref={index === at ? (line) => line?.scrollIntoView({ block: 'nearest' }) : null}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className={clsx(
            'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 pointer-coarse:min-h-11',
            index === at ? 'bg-accent-soft text-ink' : 'text-ink-2 hover:bg-hover',
          )}
        >
          <Line option={option} />
        </div>
      ))}
    </div>
  );
}

function Line({ option }: { option: FilterOption }) {
  const t = useTranslations('filters');
  const chosen = option.kind === 'value' && option.chosen;
  return (
    <>
      <span className="grid size-4 shrink-0 place-items-center">
        {chosen ? <Check aria-hidden className="size-4 text-accent" /> : null}
      </span>
      <span className={clsx('min-w-0 flex-1 break-words', chosen && 'font-medium text-ink')}>
        {option.text}
      </span>
      {option.kind === 'value' && option.count !== null ? (
        <span className="figures text-xs text-ink-3">
          <span aria-hidden>{t('atLeast', { count: option.count })}</span>
          <span className="sr-only">{t('count', { count: option.count })}</span>
        </span>
      ) : null}
      {option.kind === 'field' && option.set > 0 ? (
        <span className="figures rounded-full bg-accent-soft px-1.5 text-xs font-medium text-accent">
          <span>{option.set}</span>
          <span className="sr-only">{` ${t('chosen')}`}</span>
        </span>
      ) : null}
      {option.kind === 'field' ? <ChevronRight aria-hidden className="size-4 text-ink-3" /> : null}
    </>
  );
}
