'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { BatchBar } from '#components/batches/batch-bar.tsx';
import { barOrder } from '#components/batches/batch-progress.ts';
import { BatchStateBadge } from '#components/batches/batch-state-badge.tsx';
import { ResetMark } from '#components/binding/reset-mark.tsx';
import { useBatchTitle } from '#components/binding/use-batch-name.ts';
import { Button } from '#components/ui/button.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BatchView } from '#lib/batches/view.ts';
import { paths } from '#lib/paths.ts';

type BatchListProps = {
  batches: readonly BatchView[];
  /** Null when the first batch of all is shown. */
  onOlder: (() => void) | null;
  loadingOlder: boolean;
};

/** Batches with their state, how far they are and how their lines ended. */
export function BatchList({ batches, onOlder, loadingOlder }: BatchListProps) {
  const t = useTranslations('batches.list');
  return (
    <>
      <ol aria-label={t('label')} className="@container divide-y divide-line">
        {batches.map((batch) => (
          <BatchItem key={batch.id} batch={batch} />
        ))}
      </ol>
      <div className="border-t border-line px-5 py-3">
        {onOlder ? (
          <Button busy={loadingOlder} onClick={onOlder}>
            {loadingOlder ? t('loadingOlder') : t('older')}
          </Button>
        ) : (
          <p className="text-sm text-ink-3">{t('end')}</p>
        )}
      </div>
    </>
  );
}

function BatchItem({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches');
  const titleOf = useBatchTitle();
  const { id, state, actor, afterReset, createdAt, counts } = batch;
  const parts = barOrder.filter((each) => counts[each] > 0);
  return (
    <li className="grid items-center gap-x-6 gap-y-2 px-5 py-3.5 @3xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PageLink
            href={paths.batch(id)}
            className="min-w-0 rounded-sm font-medium break-words underline-offset-3 hover:underline"
          >
            {titleOf(batch)}
          </PageLink>
          <BatchStateBadge state={state} />
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-2">
          <span className="min-w-0 break-words">{t('by', { name: actor.name })}</span>
          <Time at={createdAt} show="both" />
        </p>
        {afterReset === null ? null : <ResetMark />}
      </div>
      <div className="grid min-w-0 gap-1.5">
        <BatchBar batch={batch} height={8} />
        <p className="figures flex flex-wrap gap-x-3 text-xs text-ink-2">
          {parts.map((each) => (
            <span key={each}>{t(`counts.${each}`, { count: counts[each] })}</span>
          ))}
        </p>
      </div>
    </li>
  );
}
