'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable } from '#components/data-table/data-table.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { Pager } from '#components/data-table/pager.tsx';
import { SkeletonTable } from '#components/data-table/skeleton-table.tsx';
import { useWaiting } from '#components/data-table/use-waiting.ts';
import type { Choosing } from '#components/numbers/use-choice.ts';
import { useColumns } from '#components/numbers/use-columns.tsx';
import type { AppName } from '#components/numbers/use-filter-texts.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { changeFilters, turnPage } from '#lib/numbers/search-changes.ts';
import type { NumbersPage } from '#lib/numbers/view.ts';
import { paths } from '#lib/paths.ts';

const ChoiceBar = lazyWithRetry(() => import('#components/numbers/choice-bar.tsx'));
const EmptyNumbers = lazyWithRetry(() => import('#components/numbers/empty-numbers.tsx'));

type NumbersRowsProps = {
  query: UseQueryResult<NumbersPage>;
  /** What to show: the page asked for, or the one before it while that is under way or failed. */
  shown: NumbersPage | undefined;
  search: NumbersSearch;
  apps: readonly AppName[];
  mayRefresh: boolean;
  /** Null for those who change nothing. */
  choosing: Choosing | null;
  onSearch: (search: NumbersSearch) => void;
  /** Starts a new search; how many rows a page has stays. */
  onFind: (search: NumbersSearch) => void;
};

export function NumbersRows({ query, shown, search, choosing, onSearch, ...props }: NumbersRowsProps) {
  const t = useTranslations('numbers');
  const router = useRouter();
  const columns = useColumns(props.onFind, choosing);
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
      {/* Below the rows and over the edge of the window: what fails moves none of them. */}
      {failure ? <div className="sticky bottom-0 z-20 bg-surface">{failure}</div> : null}
      {choosing ? (
        <p role="status" className="sr-only">
          {choosing.count > 0
            ? t(choosing.exact ? 'choose.count' : 'choose.countAtLeast', { count: choosing.count })
            : null}
        </p>
      ) : null}
      {choosing && choosing.count > 0 ? (
        <Suspense>
          <ChoiceBar choosing={choosing} search={search} />
        </Suspense>
      ) : null}
    </>
  );
}
