'use client';

import { useTranslations } from 'use-intl';
import { NoMatch } from '#components/data-table/no-match.tsx';
import { PastEnd } from '#components/data-table/past-end.tsx';
import { type AppName, useFilterTexts } from '#components/history/filters/filter-texts.ts';
import type { HistoryNames } from '#components/history/filters/names-of.ts';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import type { HistorySearch } from '#lib/history/schema.ts';
import { clearFilters, removeFilter, turnPage } from '#lib/history/search-changes.ts';
import { paths } from '#lib/paths.ts';

type EmptyHistoryProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  names: HistoryNames;
  mayBind: boolean;
  onSearch: (search: HistorySearch) => void;
};

/** No rows: because nothing matches, because the page lies past the end, or because nothing has happened yet. */
export function EmptyHistory({ search, apps, names, mayBind, onSearch }: EmptyHistoryProps) {
  const t = useTranslations('history.empty');
  const filters = useFilterTexts(search, { apps, names });

  if (filters.length > 0)
    return (
      <NoMatch title={t('noneTitle')} filters={filters} onClear={() => onSearch(clearFilters(search))}>
        {search.from || search.to ? (
          <Button onClick={() => onSearch(removeFilter(search, 'time'))}>{t('allTime')}</Button>
        ) : null}
      </NoMatch>
    );
  if (search.after || search.before)
    return <PastEnd action={t('pageAction')} onBack={() => onSearch(turnPage(search, null))} />;
  return (
    <EmptyState
      title={t('firstTitle')}
      action={
        mayBind ? (
          <PageLink href={paths.bind} className={buttonClass('primary')}>
            {t('firstAction')}
          </PageLink>
        ) : null
      }
    >
      <p>{mayBind ? t('firstAdmin') : t('firstSupport')}</p>
    </EmptyState>
  );
}
