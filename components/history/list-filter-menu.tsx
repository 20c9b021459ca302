'use client';

import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { MenuPanel } from '#components/history/menu-panel.tsx';

type FilterOption<Value extends string> = { value: Value; label: string };

export type ListFilterMenuProps<Value extends string> = {
  label: string;
  options: readonly FilterOption<Value>[];
  values: readonly Value[];
  excluded: boolean;
  onChange: (choice: { values: Value[]; excluded: boolean }) => void;
};

export const loadListFilterPanel = () => import('#components/history/list-filter-panel.tsx');
// `lazy` knows no type parameters; the panel keeps the one it is given.
const ListFilterPanel = lazy(loadListFilterPanel) as unknown as Awaited<
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

function CountBadge({ count, chosen }: { count: number; chosen: string }) {
  return (
    <span className="figures rounded-full bg-accent-soft px-1.5 text-xs font-medium text-accent">
      {count}
      <span className="sr-only"> {chosen}</span>
    </span>
  );
}
