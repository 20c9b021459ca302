'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { BatchActions } from '#components/batches/batch-actions.tsx';
import { BatchBar } from '#components/batches/batch-bar.tsx';
import { BatchHead } from '#components/batches/batch-header.tsx';
import { BatchLines } from '#components/batches/batch-lines.tsx';
import { BatchPace } from '#components/batches/batch-pace.tsx';
import { BatchPutsBack } from '#components/batches/batch-puts-back.tsx';
import { BatchReadings } from '#components/batches/batch-readings.tsx';
import { BatchSay } from '#components/batches/batch-status.tsx';
import { BatchTiles } from '#components/batches/batch-tiles.tsx';
import { BatchUndecided } from '#components/batches/batch-undecided.tsx';
import { IgnoredNotice } from '#components/data-table/ignored-notice.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { useAddressSearch } from '#components/data-table/use-address-search.ts';
import { BackLink } from '#components/ui/back-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { batch } from '#lib/batches/cache.ts';
import { parseBatchSearch, toBatchParams } from '#lib/batches/search-params.ts';
import type { LineState } from '#lib/domain/batch.ts';
import { paths } from '#lib/paths.ts';

type BatchScreenProps = { id: string; mayRun: boolean; allowHttp: boolean };

/** One batch: how it stands, how far it is, and every line of it. */
export function BatchScreen({ id, mayRun, allowHttp }: BatchScreenProps) {
  const t = useTranslations('batches.page');
  const { search, ignored, push, replace } = useAddressSearch({
    parse: parseBatchSearch,
    write: toBatchParams,
    path: paths.batch(id),
  });
  const query = useQuery(batch(id));
  const show = (state: LineState | undefined) => push(state === undefined ? {} : { state });
  const failure = query.isError ? (
    <LoadError
      title={t('failed')}
      error={query.error}
      hasRows={query.data !== undefined}
      onRetry={() => query.refetch()}
    />
  ) : null;

  if (query.data === undefined)
    return (
      <div className="grid gap-4">
        <BackLink href={paths.batches}>{t('back')}</BackLink>
        {failure ?? (
          <>
            <p role="status" className="sr-only">
              {t('loading')}
            </p>
            <Skeleton className="h-60 w-full" />
          </>
        )}
      </div>
    );
  return (
    <div className="grid gap-4">
      <BatchHead batch={query.data} />
      <IgnoredNotice names={ignored} onRemove={() => replace(search)} />
      {failure}
      <Card className="grid gap-3 px-5 py-4">
        <BatchSay batch={query.data} />
        <BatchPutsBack batch={query.data} />
        <BatchReadings batch={query.data} />
        <BatchUndecided count={query.data.undecided} onShow={() => show('unknown')} />
        <BatchBar batch={query.data} height={14} />
        <BatchPace batch={query.data} />
        {mayRun ? <BatchActions batch={query.data} allowHttp={allowHttp} /> : null}
      </Card>
      <BatchTiles batch={query.data} chosen={search.state} onChoose={show} />
      <BatchLines
        batch={query.data}
        checkedAt={query.dataUpdatedAt}
        state={search.state}
        onShowAll={() => show(undefined)}
      />
    </div>
  );
}
