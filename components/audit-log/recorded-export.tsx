'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { AuditLogLink } from '#components/audit-log/audit-log-link.tsx';
import { type AppName, useFilterTexts } from '#components/history/filters/filter-texts.ts';
import type { EventView } from '#lib/audit-log/view.ts';
import { historyHref } from '#lib/history/href.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';

type Details = Extract<EventView, { kind: 'export' }>['details'];

/** How many rows left, in which form, and which they were. */
export function RecordedExport({ details, apps }: { details: Details; apps: readonly AppName[] }) {
  const t = useTranslations('auditLog');
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
        <AuditLogLink href={historyHref(search)}>{t('show')}</AuditLogLink>
      </p>
    </>
  );
}
