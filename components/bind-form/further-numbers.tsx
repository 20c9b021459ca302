'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fitting, shownAtOnce } from '#components/bind-form/filter-suggestions.ts';
import { type Suggestion, SuggestionRow } from '#components/bind-form/suggestion-list.tsx';
import { queryClientHere } from '#components/providers/query-provider.tsx';
import { useSettledValue } from '#components/ui/use-debounced-value.ts';
import { fittingNumbers } from '#lib/bind-number/cache.ts';
import type { KnownNumberView } from '#lib/bind-number/view.ts';

type FurtherNumbersProps = {
  appId: string;
  typed: string;
  /** Digits one of which a number has to hold. */
  runs: readonly string[];
  /** What stands above already. */
  shown: readonly KnownNumberView[];
  toItem: (known: KnownNumberView) => Suggestion;
  onPick: (suggestion: Suggestion) => void;
};

/** Numbers that the form does not have from the start, looked for by what is typed. */
export default function FurtherNumbers({ appId, typed, runs, shown, toItem, onPick }: FurtherNumbersProps) {
  const t = useTranslations('bind.number');
  const shared = useTranslations('ui');
  const asked = useSettledValue(typed.trim());
  const { data = [], isFetching, isError } = useQuery(fittingNumbers(appId, asked), queryClientHere());
  const others = data.filter(({ number }) => !shown.some((one) => one.number === number));
  const further = fitting(others, runs, ({ number }) => number).slice(0, shownAtOnce - shown.length);
  if (further.length > 0) {
    return further.map((known) => (
      <SuggestionRow key={known.number} suggestion={toItem(known)} onPick={onPick} />
    ));
  }
  const isLooking = isFetching || asked !== typed.trim();
  if (shown.length > 0 && !isError) return null;
  return (
    <li className="px-3 py-1.5 text-ink-3">
      <span role="status">{isLooking ? shared('loading') : t(isError ? 'moreFailed' : 'noneFits')}</span>
    </li>
  );
}
