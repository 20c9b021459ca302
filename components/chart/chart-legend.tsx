'use client';

import { useTranslations } from 'use-intl';
import { Swatch } from '#components/binding/outcome-marks.tsx';
import type { BindingState } from '#lib/domain/outcome.ts';

/** Which mark is which outcome; only those that occur. */
export function ChartLegend({ prefix, states }: { prefix: string; states: readonly BindingState[] }) {
  const t = useTranslations('chart');
  const outcome = useTranslations('ui.outcome');
  return (
    <ul
      aria-label={t('legend')}
      className="flex max-w-full gap-x-3 overflow-x-auto whitespace-nowrap [scrollbar-width:none] max-sm:h-6 max-sm:items-center"
    >
      {states.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <Swatch prefix={prefix} state={state} />
          <span>{outcome(state)}</span>
        </li>
      ))}
    </ul>
  );
}
