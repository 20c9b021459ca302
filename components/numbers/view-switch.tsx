'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { changeFilters, numbersHref } from '#lib/numbers/search-changes.ts';

type ViewSwitchProps = { search: NumbersSearch; onSearch: (search: NumbersSearch) => void };

/** Numbers, or the hosts they point at: the same search seen in two ways. */
export function ViewSwitch({ search, onSearch }: ViewSwitchProps) {
  const t = useTranslations('numbers.view');
  return (
    <nav aria-label={t('group')} className="flex rounded-md bg-sunken p-0.5 text-sm">
      {([undefined, 'host'] as const).map((group) => {
        const here = search.group === group;
        const next = changeFilters(search, { group });
        return (
          <a
            key={group ?? 'numbers'}
            href={numbersHref(next)}
            aria-current={here ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              if (!here) onSearch(next);
            }}
            className={clsx(
              'flex min-h-7 items-center rounded-sm px-3 pointer-coarse:min-h-11',
              here ? 'bg-raised font-medium text-ink shadow-card' : 'text-ink-2 hover:text-ink',
            )}
          >
            {t(group ? 'hosts' : 'numbers')}
          </a>
        );
      })}
    </nav>
  );
}
