'use client';

import { useTranslations } from 'use-intl';
import { CountBadge } from '#components/data-table/list-filter-menu.tsx';
import type { HostMenuProps } from '#components/numbers/host-panel.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { MenuPanel } from '#components/ui/menu-panel.tsx';

export const loadHostPanel = () => import('#components/numbers/host-panel.tsx');
const HostPanel = lazyWithRetry(loadHostPanel);

/** A filter by hosts, found by typing. */
export function HostMenu(props: HostMenuProps) {
  const t = useTranslations('numbers.filter');
  const filter = useTranslations('history.filter');
  const count = props.values.length;
  return (
    <MenuPanel
      label={t('host')}
      badge={count > 0 ? <CountBadge count={count} chosen={filter('chosen')} /> : undefined}
    >
      <HostPanel {...props} />
    </MenuPanel>
  );
}
