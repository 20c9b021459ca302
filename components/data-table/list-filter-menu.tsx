'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import type { ListFilterMenuProps } from '#components/data-table/list-filter-panel.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { MenuPanel } from '#components/ui/menu-panel.tsx';

export const loadListFilterPanel = () => import('#components/data-table/list-filter-panel.tsx');
// `lazy` knows no type parameters; the panel keeps the one it is given.
const ListFilterPanel = lazyWithRetry(loadListFilterPanel) as unknown as Awaited<
  ReturnType<typeof loadListFilterPanel>
>['default'];

/** A filter of several values, any of which may hold, or with "is not" none of them. */
export function ListFilterMenu<Value extends string>(props: ListFilterMenuProps<Value>) {
  const t = useTranslations('history.filter');
  const count = props.values.length;
  return (
    <MenuPanel
      label={props.label}
      badge={count > 0 ? <CountBadge count={count} chosen={t('chosen')} /> : undefined}
    >
      <ListFilterPanel {...props} />
    </MenuPanel>
  );
}

export function CountBadge({ count, chosen }: { count: number; chosen: string }) {
  return (
    <span className="figures rounded-full bg-accent-soft px-1.5 text-xs font-medium text-accent">
      <span>{count}</span>
      <span className="sr-only">{` ${chosen}`}</span>
    </span>
  );
}
