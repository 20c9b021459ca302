'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { changeSearch } from '#components/audit-log/use-audit-log-search.ts';
import type { PersonName } from '#components/audit-log/use-filter-texts.ts';
import { FilterBar } from '#components/data-table/filter-bar.tsx';
import { ListFilterMenu, loadListFilterPanel } from '#components/data-table/list-filter-menu.tsx';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import { loadRangePanel, RangeMenu } from '#components/history/filters/range-menu.tsx';
import { preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { type EventSearch, eventGroups } from '#lib/audit-log/search-params.ts';
import { actorIds } from '#lib/domain/recorded-event.ts';

type RecordFiltersProps = {
  search: EventSearch;
  apps: readonly AppName[];
  people: readonly PersonName[];
  push: (search: EventSearch) => void;
  replace: (search: EventSearch) => void;
};

const loadPanels = () => {
  preload(loadListFilterPanel);
  preload(loadRangePanel);
};

const otherActors = ['commandLine', 'unknown', 'system'] as const;

/** What the log is searched and filtered by: a person is who did it or whom it was done to. */
export function RecordFilters({ search, apps, people, push, replace }: RecordFiltersProps) {
  const t = useTranslations('auditLogActs.filter');
  const filter = useTranslations('history.filter');
  const actors = useTranslations('auditLog.actors');
  const persons = [
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    ...otherActors.map((kind) => ({ value: actorIds[kind] as string, label: actors(kind) })),
  ];
  return (
    <FilterBar
      label={t('search')}
      placeholder={t('placeholder')}
      query={search.q}
      onQuery={(q) => replace(changeSearch(search, { q }))}
      loadPanels={loadPanels}
    >
      <RangeMenu
        range={{ from: search.from, to: search.to }}
        onRange={(range) => push(changeSearch(search, range))}
      />
      <ListFilterMenu
        onlyIs
        label={t('group')}
        options={eventGroups.map((value) => ({ value, label: t(`groups.${value}`) }))}
        values={search.group ?? []}
        onChange={({ values }) => push(changeSearch(search, { group: values }))}
      />
      <ListFilterMenu
        onlyIs
        label={t('person')}
        options={persons}
        values={search.person ?? []}
        onChange={({ values }) => push(changeSearch(search, { person: values }))}
      />
      <ListFilterMenu
        onlyIs
        label={t('app')}
        options={apps.map(({ id, name }) => ({ value: id, label: name }))}
        values={search.app ?? []}
        empty={filter('noApps')}
        onChange={({ values }) => push(changeSearch(search, { app: values }))}
      />
    </FilterBar>
  );
}
