'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable } from '#components/data-table/data-table.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { Pager } from '#components/data-table/pager.tsx';
import { SkeletonTable } from '#components/data-table/skeleton-table.tsx';
import { changeFilters, turnPage } from '#components/numbers/search-changes.ts';
import { useColumns } from '#components/numbers/use-columns.tsx';
import type { AppName } from '#components/numbers/use-filter-texts.ts';
import { useLingering } from '#components/ui/use-lingering.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
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

  const stale = query.isPlaceholderData || query.data === undefined;
  // Whether nothing matches is not known before the answer, so an old empty page is no stand-in.
  const waiting = shown === undefined || (stale && shown.rows.length === 0);
  const pictured = useLingering(waiting && failure === null);
  if (waiting || pictured)
    return failure ?? <SkeletonTable columns={columns} label={t('loading')} pictured={pictured} />;

  const { rows, previousCursor, nextCursor } = shown;
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
      {rows.length > 0 || previousCursor !== null ? (
        <div className="border-t border-line">
          <Pager
            texts={{
              label: t('pages.label'),
              size: t('pages.size'),
              previous: t('pages.previous'),
              next: t('pages.next'),
            }}
            sizes={pageSizes}
            size={search.size ?? pageSizes[0]}
            onSize={(size) => onSearch(changeFilters(search, { size }))}
            onPrevious={
              previousCursor === null ? null : () => onSearch(turnPage(search, { before: previousCursor }))
            }
            onNext={nextCursor === null ? null : () => onSearch(turnPage(search, { after: nextCursor }))}
          />
        </div>
      ) : null}
    </>
  );
}
