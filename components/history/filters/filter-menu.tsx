'use client';
'use no memo';

import { ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FilterMenuProps } from '#components/history/filters/filter-panel.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { MenuPanel } from '#components/ui/menu-panel.tsx';

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
