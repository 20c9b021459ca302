'use client';

import { Download } from 'lucide-react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { BatchStateBadge } from '#components/batches/batch-state-badge.tsx';
import { ResetMarkNotice } from '#components/binding/reset-mark-notice.tsx';
import { useBatchTitle } from '#components/binding/use-batch-name.ts';
import { BackLink } from '#components/ui/back-link.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { BatchView } from '#lib/batches/view.ts';
import { historyHref } from '#lib/history/href.ts';
import { paths } from '#lib/paths.ts';

const headingId = 'batch-title';

/**
 * Closes a dialog and gives the focus to the heading, since the button that opened the dialog goes. At once: for as long
 * as the dialog is there the heading takes no focus, and as it goes it gives it back to that button.
 */
export function closeToHeading(close: () => void): void {
  flushSync(close);
  document.getElementById(headingId)?.focus();
}

/** Which batch this is: its name, who began it, when and why, and what it has to do with other batches. */
export function BatchHead({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches');
  const zone = useViewerZone();
  const history = useTranslations('history.batch');
  const titleOf = useBatchTitle();
  const { id, state, actor, afterReset, createdAt, reason, undoesBatchId, undoneByIds } = batch;
  const links = [
    { href: historyHref({ batch: [id] }), text: history('rows') },
    ...(undoesBatchId === null ? [] : [{ href: paths.batch(undoesBatchId), text: t('page.undoes') }]),
    ...undoneByIds.map((undoing) => ({ href: paths.batch(undoing), text: t('page.undoneBy') })),
  ];
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 justify-items-start gap-1">
        <BackLink href={paths.batches}>{t('page.back')}</BackLink>
        <div className="flex max-w-full flex-wrap items-center gap-x-3 gap-y-1">
          <h1
            id={headingId}
            tabIndex={-1}
            className="min-w-0 text-2xl font-semibold tracking-tight break-words text-balance"
          >
            {titleOf(batch)}
          </h1>
          <BatchStateBadge state={state} />
        </div>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
          <span className="min-w-0 break-words">{t('by', { name: actor.name })}</span>
          <Time at={createdAt} show="both" />
        </p>
        <ResetMarkNotice actor={actor} afterReset={afterReset} className="my-1.5 max-w-prose" />
        {reason === null ? null : <p className="max-w-prose text-sm break-words text-ink-2">{reason}</p>}
        {links.map((link) => (
          <PageLink key={link.href} href={link.href} className={`${linkClass} text-sm`}>
            {link.text}
          </PageLink>
        ))}
      </div>
      <a href={paths.api.batchReport(id, zone)} download className={buttonClass('plain')}>
        <Download aria-hidden className="size-4 text-ink-3" />
        <span>{t('page.report')}</span>
      </a>
    </header>
  );
}
