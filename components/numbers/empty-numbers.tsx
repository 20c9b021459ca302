'use client';

import { useTranslations } from 'use-intl';
import { clearFilters, turnPage } from '#components/numbers/search-changes.ts';
import { type AppName, useFilterTexts } from '#components/numbers/use-filter-texts.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { NumbersSearch } from '#lib/numbers/schema.ts';

type EmptyNumbersProps = {
  search: NumbersSearch;
  apps: readonly AppName[];
  mayRefresh: boolean;
  onSearch: (search: NumbersSearch) => void;
};

/** No lines: because nothing matches, because the page lies past the end, or because no number is known yet. */
export default function EmptyNumbers({ search, apps, mayRefresh, onSearch }: EmptyNumbersProps) {
  const t = useTranslations('numbers.empty');
  const join = useTranslations('history.chip')('or');
  const filters = useFilterTexts(search, apps);
  if (filters.length > 0)
    return (
      <EmptyState
        title={t('noneTitle')}
        action={<Button onClick={() => onSearch(clearFilters(search))}>{t('clear')}</Button>}
      >
        <p className="break-words">
          {t('noneFilters', { filters: filters.map(({ text }) => text).join(join) })}
        </p>
      </EmptyState>
    );
  if (search.after || search.before)
    return (
      <EmptyState
        title={t('pageTitle')}
        action={<Button onClick={() => onSearch(turnPage(search, null))}>{t('pageAction')}</Button>}
      >
        <p>{t('pageText')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('firstTitle')}>
      <p>{t(mayRefresh ? 'firstAdmin' : 'firstSupport')}</p>
    </EmptyState>
  );
}
