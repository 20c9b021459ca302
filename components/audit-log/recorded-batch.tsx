'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { AuditLogLink } from '#components/audit-log/audit-log-link.tsx';
import type { EventView } from '#lib/audit-log/view.ts';
import { paths } from '#lib/paths.ts';

type Details = Extract<EventView, { kind: 'batch' }>['details'];

/** What was done to a batch. */
export function RecordedBatch({ details }: { details: Details }) {
  const t = useTranslations('auditLogActs.batch');
  return (
    <>
      <p>{sentence(details, t)}</p>
      <p className="text-sm break-words">
        <AuditLogLink href={paths.batch(details.batchId)}>{details.title ?? t('show')}</AuditLogLink>
      </p>
    </>
  );
}

function sentence(details: Details, t: ReturnType<typeof useTranslations<'auditLogActs.batch'>>): string {
  if ('lines' in details) return t(details.act, { count: details.lines });
  return details.code === null ? t(details.act) : t('pausedFor', { code: details.code });
}
