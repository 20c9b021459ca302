'use client';
'use no memo';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BatchList } from '#components/batches/batch-list.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { batchList } from '#lib/batches/cache.ts';
import { paths } from '#lib/paths.ts';

/** Every batch there was, newest first. */
export function BatchListScreen({ mayRun }: { mayRun: boolean }) {
  const t = useTranslations('batches');
  const query = useInfiniteQuery(batchList());
  const batches = query.data?.pages.flatMap((page) => page.batches) ?? [];
  const newBatch = mayRun ? (
    <PageLink href={paths.newBatch} className={buttonClass('primary')}>
      <Plus aria-hidden className="size-4" />
      <span>{t('newBatch')}</span>
    </PageLink>
  ) : null;
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('about')}</p>
        </div>
        {newBatch}
      </header>
      <Card>
        {query.isError ? (
          <LoadError
            title={t('list.failed')}
            error={query.error}
            hasRows={batches.length > 0}
            onRetry={() => query.refetch()}
          />
        ) : null}
        {query.isPending ? (
          <div className="grid gap-3 p-5">
            <p role="status" className="sr-only">
              {t('list.loading')}
            </p>
            <Skeleton className="h-14 w-full" />
            <Skeleton className="h-14 w-full" />
          </div>
        ) : null}
        {query.data && batches.length === 0 ? (
          <EmptyState title={t('list.firstTitle')} action={newBatch}>
            <p>{t(mayRun ? 'list.firstAdmin' : 'list.firstSupport')}</p>
          </EmptyState>
        ) : null}
        {batches.length > 0 ? (
          <BatchList
            batches={batches}
            onOlder={query.hasNextPage ? () => void query.fetchNextPage() : null}
            loadingOlder={query.isFetchingNextPage}
          />
        ) : null}
      </Card>
    </div>
  );
}
