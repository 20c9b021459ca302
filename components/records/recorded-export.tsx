'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { type AppName, useFilterTexts } from '#components/history/filter-texts.ts';
import { historyHref } from '#components/history/history-href.ts';
import { RecordLink } from '#components/records/record-link.tsx';
import { parseHistorySearch } from '#lib/bindings/search-params.ts';
import type { EventView } from '#lib/events/view.ts';

type Details = Extract<EventView, { kind: 'export' }>['details'];

/** How many rows left, in which form, and which they were. */
export function RecordedExport({ details, apps }: { details: Details; apps: readonly AppName[] }) {
  const t = useTranslations('records');
  const { rows, format, query, zone } = details;
  const { search } = parseHistorySearch(new URLSearchParams(query));
  const filters = useFilterTexts(search, { apps, names: { people: {}, batches: {} } }).map(
    ({ text }) => text,
  );
  return (
    <>
      <p>{t('did.export', { rows, format: t(`formats.${format}`) })}</p>
      <p className="text-sm break-words text-ink-2">
        <span>{filters.length === 0 ? t('noFilter') : t('filters', { filters: filters.join(' · ') })}</span>
        {' · '}
        <span>{t('zone', { zone })}</span>
        {' · '}
        <RecordLink href={historyHref(search)}>{t('show')}</RecordLink>
      </p>
    </>
  );
}
