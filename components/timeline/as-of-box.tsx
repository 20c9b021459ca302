'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/data-table/load-error.tsx';
import { MomentAnswer } from '#components/timeline/as-of-answer.tsx';
import { MomentForm } from '#components/timeline/as-of-form.tsx';
import { Card } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { moment } from '#lib/timeline/cache.ts';

type MomentBoxProps = {
  appId: string;
  number: string;
  /** The moment of the address, UTC ISO 8601. */
  at: string | undefined;
  onAsk: (at: string | undefined) => void;
};

/** "What was bound at 14:05 on 3 November?" */
export function MomentBox({ appId, number, at, onAsk }: MomentBoxProps) {
  const t = useTranslations('number');
  return (
    <Card aria-labelledby="number-then" className="grid gap-4 px-5 py-4">
      <h2 id="number-then" className="text-sm font-semibold text-ink">
        {t('past.title')}
      </h2>
      <MomentForm at={at} onAsk={onAsk} />
      <div role="status" className="empty:hidden">
        {at === undefined ? null : <Asked appId={appId} number={number} at={at} />}
      </div>
    </Card>
  );
}

function Asked({ appId, number, at }: { appId: string; number: string; at: string }) {
  const t = useTranslations('number.moment');
  const query = useQuery(moment({ appId, number }, at));
  if (query.isError) return <LoadError error={query.error} hasRows={false} onRetry={() => query.refetch()} />;
  if (query.data)
    return (
      <div
        aria-busy={query.isPlaceholderData}
        className={clsx('transition-opacity', query.isPlaceholderData && 'opacity-50')}
      >
        <MomentAnswer moment={query.data} />
      </div>
    );
  return (
    <>
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-16 w-full" />
    </>
  );
}
