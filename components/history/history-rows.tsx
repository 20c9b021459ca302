'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable } from '#components/data-table/data-table.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { Pager } from '#components/data-table/pager.tsx';
import { SkeletonTable } from '#components/data-table/skeleton-table.tsx';
import { useWaiting } from '#components/data-table/use-waiting.ts';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import { useColumns } from '#components/history/use-columns.tsx';
import { useTableLook } from '#components/history/use-table-look.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import type { HistorySearch } from '#lib/history/schema.ts';
import { changeFilters, turnPage } from '#lib/history/search-changes.ts';
import type { HistoryPage } from '#lib/history/view.ts';

// Most visits see rows, so what stands in their place is loaded when it is wanted. What says that loading failed is
// not: it is wanted when nothing can be loaded.
const EmptyHistory = lazyWithRetry(async () => ({
  default: (await import('#components/history/empty-history.tsx')).EmptyHistory,
}));

type HistoryRowsProps = {
  query: UseQueryResult<HistoryPage>;
  /** What to show: the page asked for, or the one before it while that is under way or failed. */
  shown: HistoryPage | undefined;
  search: HistorySearch;
  apps: readonly AppName[];
  mayBind: boolean;
  onSearch: (search: HistorySearch) => void;
  onFind: (query: string) => void;
  onOpen: (id: string) => void;
  /** Rows that step back behind newer ones. */
  oldIds: ReadonlySet<string>;
};

export function HistoryRows({ query, shown, search, onSearch, ...props }: HistoryRowsProps) {
  const t = useTranslations('history');
  const columns = useColumns({
    search,
    rows: shown?.rows ?? [],
    onSearch,
    onOpen: ({ id }) => props.onOpen(id),
    onFind: props.onFind,
  });
  const { caption, density, resizing } = useTableLook(search);
  const failure = query.isError ? (
    <LoadError error={query.error} hasRows={shown !== undefined} onRetry={() => query.refetch()} />
  ) : null;

  const { stale, page, pictured } = useWaiting(query, shown);
  if (!page)
    return (
      failure ?? (
        <SkeletonTable columns={columns} label={t('loading')} pictured={pictured} density={density} />
      )
    );

  return (
    <>
      {page.rows.length > 0 ? (
        <DataTable
          caption={caption}
          columns={columns}
          rows={page.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => props.onOpen(id)}
          openKey={search.entry}
          stale={stale}
          density={density}
          resizing={resizing}
          isOld={({ id }) => props.oldIds.has(id)}
        />
      ) : (
        <Suspense>
          <EmptyHistory
            search={search}
            apps={props.apps}
            names={page}
            mayBind={props.mayBind}
            onSearch={onSearch}
          />
        </Suspense>
      )}
      {page.rows.length > 0 || page.previousCursor !== null ? (
        <Pager
          label={t('pagesLabel')}
          page={page}
          size={search.size}
          onSize={(size) => onSearch(changeFilters(search, { size }))}
          onTurn={(to) => onSearch(turnPage(search, to))}
        />
      ) : null}
      {/* Below the rows and over the edge of the window: what fails moves none of them. */}
      {failure ? <div className="sticky bottom-0 z-20 bg-surface">{failure}</div> : null}
    </>
  );
}
