'use client';

import { useTranslations } from 'use-intl';
import type { Column } from '#components/data-table/column.ts';
import { type CellActions, useColumnCells } from '#components/history/use-column-cells.tsx';
import { useColumnNames } from '#components/history/use-column-names.ts';
import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import { zoneNames } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { serverNow } from '#lib/clock.ts';
import { defaultColumns, type HistoryColumn } from '#lib/domain/history-columns.ts';
import { historySorts } from '#lib/domain/history-search.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { sortBy } from '#lib/history/search-changes.ts';

/** In a card the two lines of a cell stand side by side, and so do a name and its value. */
const beside = '@max-3xl:flex! @max-3xl:items-baseline @max-3xl:justify-between @max-3xl:gap-3';
const named = { card: beside, labelled: true };

/** Widths at first, as a class and in px. The callback URL takes what is left. */
const looks: Record<HistoryColumn, Omit<Column<BindingView>, 'id' | 'header' | 'cell'>> = {
  time: { width: 'w-42', leastPx: 168, card: beside },
  number: { width: 'w-43', leastPx: 172, card: beside },
  outcome: { width: 'w-42', leastPx: 168 },
  change: { leastPx: 320 },
  actor: { width: 'w-30', leastPx: 120, card: beside },
  request: { width: 'w-32', leastPx: 128, ...named },
  duration: { width: 'w-26', leastPx: 104, ...named },
  app: { width: 'w-34', leastPx: 136, ...named },
  type: { width: 'w-34', leastPx: 136, ...named },
  source: { width: 'w-30', leastPx: 120, ...named },
  code: { width: 'w-45', leastPx: 180, ...named },
  reason: { width: 'w-50', leastPx: 200, ...named },
};

type ColumnsInput = CellActions & {
  search: HistorySearch;
  rows: readonly BindingView[];
  onSearch: (search: HistorySearch) => void;
};

/** The columns of history as this person has chosen, ordered and sized them, and how their heads sort. */
export function useColumns({ search, rows, onSearch, ...actions }: ColumnsInput): Column<BindingView>[] {
  const t = useTranslations('history.table');
  const names = useColumnNames();
  const zone = useViewerZone();
  const { columns = defaultColumns, widths } = useOwnPreferences().preferences;
  const cells = useColumnCells(actions, columns);
  const moments = rows.length > 0 ? rows.map(({ createdAt }) => new Date(createdAt)) : [serverNow()];
  const { sort: sorted = 'time', order = 'desc' } = search;

  return columns.map((id) => {
    const sort = historySorts.find((each) => each === id);
    return {
      id,
      header: id === 'time' ? t('time', { zone: zoneNames(moments, zone) }) : names[id],
      ...looks[id],
      widthPx: widths?.[id],
      ...(sort && {
        sort: {
          order: sort === sorted ? (order === 'asc' ? 'ascending' : 'descending') : null,
          onSort: () => onSearch(sortBy(search, sort)),
        },
      }),
      cell: cells[id],
    };
  });
}
