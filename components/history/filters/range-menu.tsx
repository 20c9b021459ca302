'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import type { RangeMenuProps } from '#components/history/filters/range-panel.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { MenuPanel } from '#components/ui/menu-panel.tsx';

export const loadRangePanel = () => import('#components/history/filters/range-panel.tsx');
const RangePanel = lazyWithRetry(loadRangePanel);

/** Time range of history. */
export function RangeMenu(props: RangeMenuProps) {
  const t = useTranslations('history');
  const isSet = Boolean(props.range.from ?? props.range.to);
  return (
    <MenuPanel
      shortcut="time"
      label={t('filter.time')}
      badge={
        isSet ? (
          <span className="size-1.5 rounded-full bg-accent">
            <span className="sr-only">{t('filter.chosen')}</span>
          </span>
        ) : undefined
      }
    >
      <RangePanel {...props} />
    </MenuPanel>
  );
}
