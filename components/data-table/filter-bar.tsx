'use client';
'use no memo';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SearchBox } from '#components/data-table/search-box.tsx';

type FilterBarProps = {
  label: string;
  placeholder: string;
  query: string | undefined;
  onQuery: (q: string) => void;
  /** Loads the panels' code: when somebody is about to open one, not with the page. */
  loadPanels: () => void;
  /** The menus. */
  children: ReactNode;
};

/** What a list is searched and filtered with. */
export function FilterBar({ label, placeholder, query = '', onQuery, loadPanels, children }: FilterBarProps) {
  const t = useTranslations('history.filter');
  return (
    <div className="flex flex-wrap gap-2">
      <SearchBox label={label} placeholder={placeholder} query={query} onQuery={onQuery} />
      <fieldset className="flex flex-wrap gap-2" onPointerEnter={loadPanels} onFocus={loadPanels}>
        <legend className="sr-only">{t('group')}</legend>
        {children}
      </fieldset>
    </div>
  );
}
