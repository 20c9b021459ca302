'use client';

import { useTranslations } from 'use-intl';
import { useFreshLines } from '#components/batches/batch-fresh-lines.ts';
import { BatchLinesTable } from '#components/batches/batch-lines-table.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { useSight } from '#components/data-table/use-visible-rows.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { BatchView } from '#lib/batches/view.ts';
import type { LineState } from '#lib/domain/batch.ts';

/** Rows pictured before the first answer. */
const picturedRows = 12;

type BatchLinesProps = {
  batch: BatchView;
  /** When `batch` was read, as the query cache has it. */
  checkedAt: number;
  state: LineState | undefined;
  onShowAll: () => void;
};

/** The lines of a batch, all or those of a state, drawn as far as they are on the screen. */
export function BatchLines({ batch, checkedAt, state, onShowAll }: BatchLinesProps) {
  const t = useTranslations('batches.lines');
  const { sight, watch } = useSight(32);
  const { query, lines } = useFreshLines(batch, { state: state ?? null, sight, checkedAt });
  const expected = state === undefined ? batch.total : batch.counts[state];
  const toCome = query.isPending
    ? Math.min(expected, picturedRows)
    : query.hasNextPage
      ? Math.max(0, expected - lines.length)
      : 0;
  const failure = query.isError ? (
    <LoadError
      title={t('failed')}
      error={query.error}
      hasRows={query.data !== undefined}
      onRetry={() => (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
    />
  ) : null;

  if (query.isError && query.data === undefined) return <Card>{failure}</Card>;
  return (
    <Card className="@container overflow-x-clip">
      {query.isPending ? (
        <p role="status" className="sr-only">
          {t('loading')}
        </p>
      ) : null}
      {lines.length === 0 && !query.isPending ? (
        <EmptyState
          title={t('noneTitle')}
          action={state === undefined ? null : <Button onClick={onShowAll}>{t('showAll')}</Button>}
        >
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <BatchLinesTable lines={lines} toCome={toCome} sight={sight} watch={watch} batch={batch} />
      )}
      {/* Below the rows and over the edge of the window: what fails moves none of them. */}
      {failure ? <div className="sticky bottom-0 z-20 bg-surface">{failure}</div> : null}
    </Card>
  );
}
