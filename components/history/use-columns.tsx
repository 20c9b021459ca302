'use client';

import { useTranslations } from 'use-intl';
import type { Column } from '#components/data-table/column.ts';
import { ChangeCell } from '#components/history/change-cell.tsx';
import { FindLink, NumberFilter, NumberLink } from '#components/history/number-link.tsx';
import { OutcomeCell } from '#components/history/outcome-cell.tsx';
import { RequestCell } from '#components/history/request-cell.tsx';
import { TimeCell } from '#components/history/time-cell.tsx';
import { zoneName } from '#components/ui/time-text.ts';
import { useViewerZone } from '#components/ui/viewer-zone.ts';
import type { BindingView } from '#lib/bindings/view.ts';

type ColumnActions = { onOpen: (binding: BindingView) => void; onFind: (query: string) => void };

/** In a card the two lines of a cell stand side by side. */
const beside = '@max-3xl:flex! @max-3xl:items-baseline @max-3xl:justify-between @max-3xl:gap-3';

/** The columns of history (H1), and where each stands when a row is a card. */
export function useColumns({ onOpen, onFind }: ColumnActions): Column<BindingView>[] {
  const t = useTranslations('history');
  const zone = useViewerZone();
  return [
    {
      id: 'time',
      header: t('table.time', { zone: zoneName(new Date(), zone) }),
      width: 'w-42',
      card: beside,
      cell: (binding) => <TimeCell binding={binding} onOpen={onOpen} />,
    },
    {
      id: 'number',
      header: t('table.number'),
      width: 'w-43',
      card: beside,
      cell: ({ appId, number, appName }) => (
        <>
          <NumberLink appId={appId} number={number} />
          <div className="flex items-center gap-1.5 text-xs text-ink-3">
            <p className="truncate">{appName}</p>
            <NumberFilter number={number} onFind={onFind} />
          </div>
        </>
      ),
    },
    {
      id: 'outcome',
      header: t('table.outcome'),
      width: 'w-45',
      cell: (binding) => <OutcomeCell binding={binding} />,
    },
    {
      id: 'change',
      header: t('table.change'),
      cell: (binding) => <ChangeCell binding={binding} />,
    },
    {
      id: 'actor',
      header: t('table.actor'),
      width: 'w-30',
      card: beside,
      cell: ({ actor, source }) => (
        <div className="flex min-w-0 flex-1 flex-col items-start text-sm @max-3xl:flex-row @max-3xl:items-baseline @max-3xl:justify-between">
          <FindLink query={actor.email} title={t('table.sameActor', { name: actor.name })} onFind={onFind}>
            {actor.name}
          </FindLink>
          <span className="text-xs text-ink-3">{t(`source.${source}`)}</span>
        </div>
      ),
    },
    {
      id: 'request',
      header: t('table.request'),
      width: 'w-32',
      card: beside,
      cell: ({ requestId }) => (
        <>
          <span aria-hidden className="hidden text-xs text-ink-3 @max-3xl:inline">
            {t('table.request')}
          </span>
          <RequestCell requestId={requestId} />
        </>
      ),
    },
  ];
}
