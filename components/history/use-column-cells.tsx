'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { BatchLink } from '#components/binding/batch-link.tsx';
import { FindLink, NumberFilter, NumberLink } from '#components/binding/number-link.tsx';
import { OutcomeCell } from '#components/binding/outcome-cell.tsx';
import { RequestCell } from '#components/binding/request-cell.tsx';
import { ResetMark } from '#components/binding/reset-mark.tsx';
import { useDuration } from '#components/binding/use-duration.ts';
import { ChangeCell } from '#components/history/change-cell.tsx';
import { TimeCell } from '#components/history/time-cell.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import type { HistoryColumn } from '#lib/domain/history-columns.ts';

export type CellActions = { onOpen: (binding: BindingView) => void; onFind: (query: string) => void };

/** How each column of history fills a row. A second line is left out where a column of its own says the same. */
export function useColumnCells({ onOpen, onFind }: CellActions, shown: readonly HistoryColumn[]) {
  const t = useTranslations('history');
  const none = useTranslations('preferences')('none');
  const duration = useDuration();
  const missing = <span className="text-xs text-ink-3">{none}</span>;
  return {
    time: (binding) => <TimeCell binding={binding} onOpen={onOpen} />,
    number: ({ appId, number, appName, batch }) => (
      <>
        <NumberLink appId={appId} number={number} />
        <div className="flex items-center gap-1.5 text-xs text-ink-3">
          {shown.includes('app') ? null : <p className="truncate">{appName}</p>}
          {batch === null ? null : <BatchLink batch={batch} />}
          <NumberFilter number={number} onFind={onFind} />
        </div>
      </>
    ),
    outcome: (binding) => <OutcomeCell binding={binding} />,
    change: (binding) => <ChangeCell binding={binding} />,
    actor: ({ actor, source, afterReset }) => (
      <div className="flex min-w-0 flex-1 flex-col items-start text-sm @max-3xl:flex-row @max-3xl:items-baseline @max-3xl:justify-between">
        <FindLink query={actor.email} title={t('table.sameActor', { name: actor.name })} onFind={onFind}>
          {actor.name}
        </FindLink>
        {shown.includes('source') ? null : (
          <span className="text-xs text-ink-3">{t(`source.${source}`)}</span>
        )}
        {afterReset === null ? null : <ResetMark />}
      </div>
    ),
    request: ({ requestId }) => <RequestCell requestId={requestId} />,
    duration: ({ durationMs }) =>
      durationMs === null ? missing : <span className="figures text-sm">{duration(durationMs)}</span>,
    app: ({ appName, appId }) => (
      <span className="block truncate text-sm" title={appId}>
        {appName}
      </span>
    ),
    type: ({ numberType }) => <span className="text-sm">{t(`type.${numberType ?? 'none'}`)}</span>,
    source: ({ source }) => <span className="text-sm">{t(`source.${source}`)}</span>,
    code: ({ code }) =>
      code === null ? (
        missing
      ) : (
        <FindLink query={code} title={t('table.sameCode', { code })} onFind={onFind} className="block">
          <code className="font-mono text-xs leading-5 text-ink-2" translate="no">
            {code}
          </code>
        </FindLink>
      ),
    reason: ({ reason }) =>
      reason === null ? (
        missing
      ) : (
        <p className="line-clamp-2 text-sm break-words text-ink-2" title={reason}>
          {reason}
        </p>
      ),
  } satisfies Record<HistoryColumn, (binding: BindingView) => ReactNode>;
}
