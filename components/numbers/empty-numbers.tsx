'use client';

import { useTranslations } from 'use-intl';
import { NoMatch } from '#components/data-table/no-match.tsx';
import { PastEnd } from '#components/data-table/past-end.tsx';
import { type AppName, useFilterTexts } from '#components/numbers/use-filter-texts.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { clearFilters, turnPage } from '#lib/numbers/search-changes.ts';

type EmptyNumbersProps = {
  search: NumbersSearch;
  apps: readonly AppName[];
  mayRefresh: boolean;
  onSearch: (search: NumbersSearch) => void;
};

/** No lines: because nothing matches, because the page lies past the end, or because no number is known yet. */
export default function EmptyNumbers({ search, apps, mayRefresh, onSearch }: EmptyNumbersProps) {
  const t = useTranslations('numbers.empty');
  const filters = useFilterTexts(search, apps);
  if (filters.length > 0)
    return (
      <NoMatch title={t('noneTitle')} filters={filters} onClear={() => onSearch(clearFilters(search))} />
    );
  if (search.after || search.before)
    return <PastEnd action={t('pageAction')} onBack={() => onSearch(turnPage(search, null))} />;
  return (
    <EmptyState title={t('firstTitle')}>
      <p>{t(mayRefresh ? 'firstAdmin' : 'firstSupport')}</p>
    </EmptyState>
  );
}
