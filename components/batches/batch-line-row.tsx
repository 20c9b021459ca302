'use client';

import { useTranslations } from 'use-intl';
import { NumberLink } from '#components/binding/number-link.tsx';
import { OutcomeCell } from '#components/binding/outcome-cell.tsx';
import { RequestCell } from '#components/binding/request-cell.tsx';
import { ResetMark } from '#components/binding/reset-mark.tsx';
import { ChangeCell } from '#components/history/change-cell.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { BatchLineView, BatchView } from '#lib/batches/view.ts';
import { paths } from '#lib/paths.ts';

const row =
  'group/row hover:bg-hover/60 @max-3xl:grid @max-3xl:h-(--row) @max-3xl:grid-cols-[auto_minmax(0,1fr)] @max-3xl:content-start @max-3xl:gap-x-3 @max-3xl:gap-y-1.5 @max-3xl:border-b @max-3xl:border-line @max-3xl:px-4 @max-3xl:py-3';
const cell =
  'h-(--row) border-b border-line px-3 py-2 align-top first:ps-5 last:pe-5 @max-3xl:h-auto @max-3xl:min-w-0 @max-3xl:border-b-0 @max-3xl:p-0!';
const wide = `${cell} @max-3xl:col-span-2`;

/** A line as its newest binding has it. Every row is as tall as the next: what may be longer is cut and said in full by its tooltip. */
export function BatchLineRow({
  batch,
  line: { line, binding },
  rowIndex,
}: {
  batch: BatchView;
  line: BatchLineView;
  rowIndex: number;
}) {
  const t = useTranslations('batches.lines');
  // A line that was sent again has its own author and time.
  const isSaidAbove = batch.afterReset !== null && binding.actor.id === batch.actor.id;
  return (
    <tr aria-rowindex={rowIndex} data-line={line} className={row}>
      <td className={`${cell} figures text-sm text-ink-3`}>
        <span className="sr-only">{`${t('line')} `}</span>
        <span>{line}</span>
      </td>
      <td className={cell}>
        <div className="flex min-w-0 flex-col @max-3xl:flex-row @max-3xl:items-baseline @max-3xl:gap-2">
          <span className="min-w-0 truncate">
            <NumberLink appId={binding.appId} number={binding.number} />
          </span>
          <span className="min-w-0 truncate text-xs text-ink-3">{binding.appName}</span>
        </div>
      </td>
      <td className={wide}>
        <ChangeCell binding={binding} />
      </td>
      <td className={wide}>
        <OutcomeCell binding={binding} />
      </td>
      <td className={wide}>
        <div className="flex flex-wrap items-start justify-between gap-x-2 @max-3xl:flex-nowrap">
          <RequestCell requestId={binding.requestId} />
          {binding.afterReset === null || isSaidAbove ? null : (
            <div className="order-last min-w-0 basis-full @max-3xl:order-none @max-3xl:me-auto @max-3xl:basis-auto">
              <ResetMark />
            </div>
          )}
          <PageLink
            href={paths.binding(binding.id)}
            aria-label={t('open', { line })}
            className={`${linkClass} shrink-0 text-sm`}
          >
            {t('entry')}
          </PageLink>
        </div>
      </td>
    </tr>
  );
}

/** A row that is still to be read. */
export function BatchRowToCome() {
  return (
    <tr aria-hidden data-line="" className={row}>
      <td className={cell} />
      <td className={cell}>
        <Skeleton className="h-4 w-3/4" />
      </td>
      <td className={wide}>
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="mt-2 h-3 w-1/2" />
      </td>
      <td className={wide}>
        <Skeleton className="h-5 w-20" />
      </td>
      <td className={wide} />
    </tr>
  );
}
