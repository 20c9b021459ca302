'use client';

import { useTranslations } from 'use-intl';
import { FilterBar } from '#components/data-table/filter-bar.tsx';
import { ListFilterMenu, loadListFilterPanel } from '#components/data-table/list-filter-menu.tsx';
import { statesInOrder } from '#components/history/filters/filter-fields.ts';
import { FilterMenu, loadFilterPanel } from '#components/history/filters/filter-menu.tsx';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import type { HistoryNames } from '#components/history/filters/names-of.ts';
import { loadRangePanel, RangeMenu } from '#components/history/filters/range-menu.tsx';
import { preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import type { HistorySearch } from '#lib/history/schema.ts';
import { changeFilters, setListFilter } from '#lib/history/search-changes.ts';

type FiltersProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  names: HistoryNames;
  push: (search: HistorySearch) => void;
  replace: (search: HistorySearch) => void;
};

const loadPanels = () => {
  preload(loadListFilterPanel);
  preload(loadRangePanel);
  preload(loadFilterPanel);
};

export function HistoryFilters({ search, apps, names, push, replace }: FiltersProps) {
  const t = useTranslations('history');
  const outcome = useTranslations('ui.outcome');

  return (
    <FilterBar
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      query={search.q}
      onQuery={(q) => replace(changeFilters(search, { q }))}
      loadPanels={loadPanels}
    >
      <ListFilterMenu
        label={t('filter.outcome')}
        options={statesInOrder.map((value) => ({ value, label: outcome(value) }))}
        values={search.outcome ?? []}
        excluded={search.not?.includes('outcome') ?? false}
        onChange={(choice) => push(setListFilter(search, 'outcome', choice))}
      />
      <RangeMenu
        range={{ from: search.from, to: search.to }}
        onRange={(range) => push(changeFilters(search, range))}
      />
      <FilterMenu search={search} apps={apps} names={names} push={push} />
    </FilterBar>
  );
}
