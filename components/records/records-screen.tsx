'use client';

import { useTranslations } from 'use-intl';
import type { AppName } from '#components/history/filter-texts.ts';
import { RecordRow } from '#components/records/record-row.tsx';
import { RecordsPager } from '#components/records/records-pager.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { zoneName } from '#components/ui/time-text.ts';
import { useViewerZone } from '#components/ui/viewer-zone.ts';
import type { EventPage } from '#lib/events/view.ts';
import { now } from '#lib/server/clock.ts';

const columns = [
  { name: 'time', width: 'w-48' },
  { name: 'actor', width: 'w-60' },
  { name: 'what', width: '' },
  { name: 'address', width: 'w-40' },
] as const;

/** What was done besides binding (H42). One row an event; where it is narrow each becomes a card. */
export function RecordsScreen({ page, apps }: { page: EventPage; apps: readonly AppName[] }) {
  const t = useTranslations('records');
  const zone = useViewerZone();
  return (
    <>
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
      </header>
      <Card className="@container">
        {page.events.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        ) : (
          <table className="w-full table-fixed border-collapse text-start @max-3xl:block">
            <caption className="sr-only">{t('caption')}</caption>
            <thead className="border-b border-line text-xs text-ink-3 @max-3xl:sr-only">
              <tr>
                {columns.map(({ name, width }) => (
                  <th
                    key={name}
                    scope="col"
                    className={`${width} px-3 py-2 text-start font-medium whitespace-nowrap first:ps-5 last:pe-5`}
                  >
                    {t(`columns.${name}`, { zone: zoneName(now(), zone) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="@max-3xl:block">
              {page.events.map((event) => (
                <RecordRow key={event.id} event={event} apps={apps} />
              ))}
            </tbody>
          </table>
        )}
        <RecordsPager page={page} />
      </Card>
    </>
  );
}
