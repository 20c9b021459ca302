'use client';

import { useTranslations } from 'use-intl';
import type { Resizing } from '#components/data-table/column.ts';
import { useColumnNames } from '#components/history/use-column-names.ts';
import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import { columnWidth, type HistoryColumn } from '#lib/domain/history-columns.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

/** How the table of history is called and looks for this person. */
export function useTableLook({ sort = 'time', order = 'desc' }: HistorySearch) {
  const t = useTranslations('preferences');
  const newestFirst = useTranslations('history.table')('caption');
  const names = useColumnNames();
  const { preferences, change } = useOwnPreferences();
  const nameOf = (id: string) => names[id as HistoryColumn];
  const resizing: Resizing = {
    least: columnWidth.min,
    most: columnWidth.max,
    label: (id) => t('columns.width', { name: nameOf(id) }),
    text: (px) => t('columns.pixels', { px }),
    onResize: (id, px) => change({ widths: { [id]: px } }),
  };
  const isDefault = sort === 'time' && order === 'desc';
  const caption = isDefault ? newestFirst : t('sorted', { name: names[sort], order: t(`order.${order}`) });
  return { caption, density: preferences.density ?? 'comfortable', resizing };
}
