'use client';
'use no memo';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { RecordFilters } from '#components/audit-log/audit-log-filters.tsx';
import { AuditLogPager } from '#components/audit-log/audit-log-pager.tsx';
import { AuditLogRow } from '#components/audit-log/audit-log-row.tsx';
import { changeSearch, useEventSearch } from '#components/audit-log/use-audit-log-search.ts';
import {
  type EventFilterName,
  type PersonName,
  useEventFilterTexts,
} from '#components/audit-log/use-filter-texts.ts';
import { IgnoredNotice } from '#components/data-table/ignored-notice.tsx';
import { ListSummary } from '#components/data-table/list-summary.tsx';
import { NoMatch } from '#components/data-table/no-match.tsx';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { zoneName } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { EventSearch } from '#lib/audit-log/search-params.ts';
import type { EventPage } from '#lib/audit-log/view.ts';
import { serverNow } from '#lib/clock.ts';

const columns = [
  { name: 'time', width: 'w-48' },
  { name: 'actor', width: 'w-60' },
  { name: 'what', width: '' },
  { name: 'address', width: 'w-40' },
] as const;

type AuditLogScreenProps = {
  page: EventPage;
  search: EventSearch;
  /** Parts of the address that had no effect. */
  ignored: readonly string[];
  apps: readonly AppName[];
  people: readonly PersonName[];
};

/** What was done besides binding. One row an event; where it is narrow each becomes a card. */
export function AuditLogScreen({ page, search, ignored, apps, people }: AuditLogScreenProps) {
  const t = useTranslations('auditLog');
  const filter = useTranslations('auditLogActs.filter');
  const { asked, busy, push, replace } = useEventSearch(search);
  const filters = useEventFilterTexts(asked, { apps, people });
  const clear = () => push({});
  return (
    <div className="grid gap-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
      </header>
      <IgnoredNotice names={ignored} onRemove={() => replace(asked)} />
      <RecordFilters search={asked} apps={apps} people={people} push={push} replace={replace} />
      {filters.length === 0 ? null : (
        <ListSummary
          count={null}
          filters={filters}
          onRemove={(name) => push(withoutFilter(asked, name))}
          onClear={clear}
        >
          {null}
        </ListSummary>
      )}
      <Card className={clsx('@container', busy && 'opacity-60')}>
        {page.events.length > 0 ? (
          <EventTable events={page.events} apps={apps} />
        ) : filters.length > 0 ? (
          <NoMatch title={filter('noMatch')} filters={filters} onClear={clear} />
        ) : (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        )}
        <AuditLogPager page={page} search={search} />
      </Card>
    </div>
  );
}

const withoutFilter = (search: EventSearch, name: EventFilterName): EventSearch =>
  changeSearch(search, name === 'time' ? { from: undefined, to: undefined } : { [name]: undefined });

function EventTable({ events, apps }: { events: EventPage['events']; apps: readonly AppName[] }) {
  const t = useTranslations('auditLog');
  const zone = useViewerZone();
  return (
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
              {t(`columns.${name}`, { zone: zoneName(serverNow(), zone) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="@max-3xl:block">
        {events.map((event) => (
          <AuditLogRow key={event.id} event={event} apps={apps} />
        ))}
      </tbody>
    </table>
  );
}
