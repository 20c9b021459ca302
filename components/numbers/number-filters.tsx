'use client';

import { useTranslations } from 'use-intl';
import { FilterBar } from '#components/data-table/filter-bar.tsx';
import { ListFilterMenu, loadListFilterPanel } from '#components/data-table/list-filter-menu.tsx';
import { HostMenu, loadHostPanel } from '#components/numbers/host-menu.tsx';
import type { AppName } from '#components/numbers/use-filter-texts.ts';
import { preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { numberLabels, providerStates } from '#lib/domain/numbers/number-state.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { changeFilters, setListFilter } from '#lib/numbers/search-changes.ts';
import type { ListName } from '#lib/numbers/search-params.ts';

type FiltersProps = {
  search: NumbersSearch;
  apps: readonly AppName[];
  push: (search: NumbersSearch) => void;
  replace: (search: NumbersSearch) => void;
};

const loadPanels = () => {
  preload(loadListFilterPanel);
  preload(loadHostPanel);
};

export function NumberFilters({ search, apps, push, replace }: FiltersProps) {
  const t = useTranslations('numbers');
  const filter = useTranslations('history.filter');
  const known = useTranslations('numberState');
  const isExcluded = (name: ListName) => search.not?.includes(name) ?? false;
  return (
    <FilterBar
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      query={search.q}
      onQuery={(q) => replace(changeFilters(search, { q }))}
      loadPanels={loadPanels}
    >
      <ListFilterMenu
        label={t('filter.app')}
        options={apps.map(({ id, name }) => ({ value: id, label: name }))}
        values={search.app ?? []}
        excluded={isExcluded('app')}
        empty={filter('noApps')}
        onChange={(choice) => push(setListFilter(search, 'app', choice))}
      />
      <ListFilterMenu
        label={t('filter.label')}
        options={numberLabels.map((value) => ({ value, label: known(`label.${value}`) }))}
        values={search.label ?? []}
        excluded={isExcluded('label')}
        onChange={(choice) => push(setListFilter(search, 'label', choice))}
      />
      <ListFilterMenu
        label={t('filter.state')}
        options={providerStates.map((value) => ({ value, label: known(`provider.${value}`) }))}
        values={search.state ?? []}
        excluded={isExcluded('state')}
        onChange={(choice) => push(setListFilter(search, 'state', choice))}
      />
      <HostMenu
        values={search.host ?? []}
        excluded={isExcluded('host')}
        onChange={(choice) => push(setListFilter(search, 'host', choice))}
      />
    </FilterBar>
  );
}
