'use client';

import { useTranslations } from 'use-intl';
import { type AppName, useFilterTexts } from '#components/history/filter-texts.ts';
import { clearFilters, removeFilter, turnPage } from '#components/history/search-changes.ts';
import { PageLink } from '#components/shell/page-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { paths } from '#lib/paths.ts';

type EmptyHistoryProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  people: Record<string, string>;
  mayBind: boolean;
  onSearch: (search: HistorySearch) => void;
};

/** No rows: because nothing matches, because the page lies past the end, or because nothing has happened yet. */
export function EmptyHistory({ search, apps, people, mayBind, onSearch }: EmptyHistoryProps) {
  const t = useTranslations('history.empty');
  const join = useTranslations('history.chip')('or');
  const filters = useFilterTexts(search, { apps, people });

  if (filters.length > 0)
    return (
      <EmptyState
        title={t('noneTitle')}
        action={
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => onSearch(clearFilters(search))}>{t('clear')}</Button>
            {search.from || search.to ? (
              <Button onClick={() => onSearch(removeFilter(search, 'time'))}>{t('allTime')}</Button>
            ) : null}
          </div>
        }
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
