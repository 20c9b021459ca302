'use client';

import { useTranslations } from 'use-intl';
import type { AppName } from '#components/history/filter-texts.ts';
import { ListFilterMenu, loadListFilterPanel } from '#components/history/list-filter-menu.tsx';
import { loadRangePanel, RangeMenu } from '#components/history/range-menu.tsx';
import { SearchBox } from '#components/history/search-box.tsx';
import { changeFilters, setListFilter } from '#components/history/search-changes.ts';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import type { HistoryList } from '#lib/domain/history-search.ts';
import { type bindingStates, numberTypes } from '#lib/domain/outcome.ts';

type FilterBarProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  push: (search: HistorySearch) => void;
  replace: (search: HistorySearch) => void;
};

/** States in the order people look for them; what is still under way comes last. */
const states = [
  'bound',
  'refused',
  'unknown',
  'denied',
  'sending',
  'queued',
] as const satisfies readonly (typeof bindingStates)[number][];

const loadPanels = () => {
  void loadListFilterPanel();
  void loadRangePanel();
};

export function FilterBar({ search, apps, push, replace }: FilterBarProps) {
  const t = useTranslations('history');
  const outcome = useTranslations('ui.outcome');
  const types = [...numberTypes, 'none'] as const;
  const isExcluded = (name: HistoryList) => search.not?.includes(name) ?? false;

  return (
    <div className="flex flex-wrap gap-2">
      <SearchBox query={search.q ?? ''} onQuery={(q) => replace(changeFilters(search, { q }))} />
      {/* The panels' code comes when somebody is about to open one, not with the page. */}
      <fieldset className="flex flex-wrap gap-2" onPointerEnter={loadPanels} onFocus={loadPanels}>
        <legend className="sr-only">{t('filter.group')}</legend>
        <ListFilterMenu
          label={t('filter.outcome')}
          options={states.map((value) => ({ value, label: outcome(value) }))}
          values={search.outcome ?? []}
          excluded={isExcluded('outcome')}
          onChange={(choice) => push(setListFilter(search, 'outcome', choice))}
        />
        <ListFilterMenu
          label={t('filter.app')}
          options={apps.map(({ id, name }) => ({ value: id, label: name }))}
          values={search.app ?? []}
          excluded={isExcluded('app')}
          empty={t('filter.noApps')}
          onChange={(choice) => push(setListFilter(search, 'app', choice))}
        />
        <ListFilterMenu
          label={t('filter.type')}
          options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
          values={search.type ?? []}
          excluded={isExcluded('type')}
          onChange={(choice) => push(setListFilter(search, 'type', choice))}
        />
        <RangeMenu
          range={{ from: search.from, to: search.to }}
          onRange={(range) => push(changeFilters(search, range))}
        />
      </fieldset>
    </div>
  );
}
