'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable } from '#components/data-table/data-table.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { Pager } from '#components/data-table/pager.tsx';
import { SkeletonTable } from '#components/data-table/skeleton-table.tsx';
import { useWaiting } from '#components/data-table/use-waiting.ts';
import { changeFilters, turnPage } from '#components/numbers/search-changes.ts';
import { useColumns } from '#components/numbers/use-columns.tsx';
import type { AppName } from '#components/numbers/use-filter-texts.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import type { NumbersPage } from '#lib/numbers/view.ts';
import { paths } from '#lib/paths.ts';

const EmptyNumbers = lazy(() => import('#components/numbers/empty-numbers.tsx'));

type NumbersRowsProps = {
  query: UseQueryResult<NumbersPage>;
  /** What to show: the page asked for, or the one before it while that is under way or failed. */
  shown: NumbersPage | undefined;
  search: NumbersSearch;
  apps: readonly AppName[];
  mayRefresh: boolean;
  onSearch: (search: NumbersSearch) => void;
  /** Starts a new search; how many rows a page has stays. */
  onFind: (search: NumbersSearch) => void;
};

export function NumbersRows({ query, shown, search, onSearch, ...props }: NumbersRowsProps) {
  const t = useTranslations('numbers');
  const router = useRouter();
  const columns = useColumns(props.onFind);
  const failure = query.isError ? (
    <LoadError
      title={t('loadFailed')}
      error={query.error}
      hasRows={shown !== undefined}
      onRetry={() => query.refetch()}
    />
  ) : null;

  const { stale, page, pictured } = useWaiting(query, shown);
  if (!page) return failure ?? <SkeletonTable columns={columns} label={t('loading')} pictured={pictured} />;

  const { rows } = page;
  return (
    <>
      {failure}
      {rows.length > 0 ? (
        <DataTable
          caption={t('table.caption')}
          columns={columns}
          rows={rows}
          rowKey={({ appId, number }) => `${appId}.${number}`}
          onOpen={({ appId, number }) => router.push(paths.number(appId, number))}
          stale={stale}
        />
      ) : (
        <Suspense>
          <EmptyNumbers search={search} apps={props.apps} mayRefresh={props.mayRefresh} onSearch={onSearch} />
        </Suspense>
      )}
      {rows.length > 0 || page.previousCursor !== null ? (
        <Pager
          label={t('pagesLabel')}
          page={page}
          size={search.size}
          onSize={(size) => onSearch(changeFilters(search, { size }))}
          onTurn={(to) => onSearch(turnPage(search, to))}
        />
      ) : null}
    </>
  );
}
