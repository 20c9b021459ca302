'use client';
'use no memo';

import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { ConnectionCard } from '#components/overview/connection-card.tsx';
import { LatestCard } from '#components/overview/latest-card.tsx';
import { OutcomesCard } from '#components/overview/outcomes-card.tsx';
import { UnknownCard } from '#components/overview/unknown-card.tsx';
import { UnsettledCard } from '#components/overview/unsettled-card.tsx';
import { Card } from '#components/ui/card.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProblemError } from '#lib/client/fetch-json.ts';
import { overview } from '#lib/overview/cache.ts';

// Only the first visits find nothing, so what is said then comes then.
const EmptyHistory = lazyWithRetry(async () => ({
  default: (await import('#components/history/empty-history.tsx')).EmptyHistory,
}));

const LoadError = lazyWithRetry(async () => ({
  default: (await import('#components/data-table/load-error.tsx')).LoadError,
}));

// It stands after a restore and hardly ever else.
const SetbackCard = lazyWithRetry(async () => ({
  default: (await import('#components/overview/safe-mode-card.tsx')).SetbackCard,
}));

const ResetsCard = lazyWithRetry(async () => ({
  default: (await import('#components/overview/resets-card.tsx')).ResetsCard,
}));

const isSignedOut = (error: Error | null): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === 'signed_out';

type OverviewScreenProps = { mayBind: boolean; mayCheck: boolean; mayAcknowledge: boolean };

/** What a person wants to see on arriving. The page brings the facts along; they are read again while it is open. */
export function OverviewScreen({ mayBind, mayCheck, mayAcknowledge }: OverviewScreenProps) {
  const t = useTranslations('overview');
  const { data, error, refetch } = useQuery(overview());
  if (!data) return null;
  const { setback, spans, unknown, unsettled, latest, contact, connection, resets } = data;
  return (
    <div className="grid gap-6">
      <header>
        <h1 tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {t('title')}
        </h1>
        <p className="mt-1 text-ink-2">{t('about')}</p>
      </header>
      {isSignedOut(error) ? (
        <Suspense>
          <LoadError error={error} hasRows={false} onRetry={refetch} />
        </Suspense>
      ) : error ? (
        <Notice tone="warn" role="status">
          {t('stale')}
        </Notice>
      ) : null}
      {setback === null ? null : (
        <Suspense>
          <SetbackCard setback={setback} mayAcknowledge={mayAcknowledge} />
        </Suspense>
      )}
      {resets.length === 0 ? null : (
        <Suspense>
          <ResetsCard resets={resets} />
        </Suspense>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-6">
          {latest.length === 0 ? (
            <Card>
              <Suspense>
                <EmptyHistory
                  search={{}}
                  apps={connection.apps}
                  names={{ people: {}, batches: {} }}
                  mayBind={mayBind}
                  onSearch={() => {}}
                />
              </Suspense>
            </Card>
          ) : (
            <>
              <UnknownCard unknown={unknown} mayBind={mayBind} settled={unsettled.count === 0} />
              <UnsettledCard unsettled={unsettled} mayBind={mayBind} />
              <OutcomesCard spans={spans} />
            </>
          )}
        </div>
        <ConnectionCard contact={contact} connection={connection} mayCheck={mayCheck} />
      </div>
      {latest.length === 0 ? null : <LatestCard rows={latest} />}
    </div>
  );
}
