'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type AppName, useFilterTexts } from '#components/history/filter-texts.ts';
import { clearFilters, removeFilter } from '#components/history/search-changes.ts';
import { Button } from '#components/ui/button.tsx';
import type { HistorySearch } from '#lib/bindings/schema.ts';

type FilterChipsProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  people: Record<string, string>;
  onSearch: (search: HistorySearch) => void;
};

/** Every filter that is set, each with its way out. */
export function FilterChips({ search, apps, people, onSearch }: FilterChipsProps) {
  const t = useTranslations('history.chip');
  const filters = useFilterTexts(search, { apps, people });
  if (filters.length === 0) return null;
  return (
    <>
      <ul aria-label={t('list')} className="contents">
        {filters.map(({ name, text }) => (
          <li
            key={name}
            className="flex max-w-full items-center rounded-full border border-accent/25 bg-accent-soft ps-2.5 text-sm text-accent"
          >
            <span className="truncate" title={text}>
              {text}
            </span>
            <button
              type="button"
              aria-label={t('remove', { filter: text })}
              onClick={() => onSearch(removeFilter(search, name))}
              className="grid size-6.5 shrink-0 place-items-center rounded-full hover:bg-hover pointer-coarse:size-11"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" size="sm" onClick={() => onSearch(clearFilters(search))}>
        {t('clearAll')}
      </Button>
    </>
  );
}
