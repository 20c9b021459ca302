'use client';
'use no memo';

import { ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { MenuPanel } from '#components/data-table/menu-panel.tsx';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import type { HistoryNames } from '#components/history/filters/names-of.ts';
import { Kbd } from '#components/ui/kbd.tsx';
import { lazyWithRetry } from '#components/ui/lazy-with-retry.tsx';
import type { HistorySearch } from '#lib/bind-number/schema.ts';

export type FilterMenuProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  names: HistoryNames;
  push: (search: HistorySearch) => void;
};

export const loadFilterPanel = () => import('#components/history/filters/filter-panel.tsx');
const FilterPanel = lazyWithRetry(loadFilterPanel);

/** The one way to every filter, from anywhere on the page by `f`. */
export function FilterMenu(props: FilterMenuProps) {
  const t = useTranslations('filters');
  return (
    <MenuPanel
      shortcut="filter"
      label={
        <>
          <ListFilter aria-hidden className="size-4 text-ink-3" />
          <span>{t('button')}</span>
          <span aria-hidden className="pointer-coarse:hidden">
            <Kbd>F</Kbd>
          </span>
        </>
      }
    >
      <FilterPanel {...props} />
    </MenuPanel>
  );
}
