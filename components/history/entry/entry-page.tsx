'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { EntryMissing } from '#components/history/entry/entry-missing.tsx';
import { EntryView } from '#components/history/entry/entry-view.tsx';
import { RestoreResult } from '#components/review/restore-result.tsx';
import { BackLink } from '#components/ui/back-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatNumber } from '#lib/domain/numbers/phone-number-format.ts';
import { binding } from '#lib/history/cache.ts';
import { paths } from '#lib/paths.ts';

/** One entry at its own address, whatever the table shows. */
export function EntryPage({ id }: { id: string }) {
  const t = useTranslations('history.entry');
  const query = useQuery(binding(id));
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <header className="grid justify-items-start gap-2">
        <BackLink href={paths.history}>{t('back')}</BackLink>
        <h1 className="text-2xl font-semibold tracking-tight break-keep">
          {query.data
            ? t('title', { number: formatNumber(query.data.number).replaceAll(' ', '\u00a0') })
            : t('loading')}
        </h1>
      </header>
      <RestoreResult />
      <Card className="px-5 py-5">
        {query.data ? (
          <EntryView binding={query.data} detail={query.data} />
        ) : query.isError ? (
          <EntryMissing error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Skeleton className="h-60 w-full" />
        )}
      </Card>
    </div>
  );
}
