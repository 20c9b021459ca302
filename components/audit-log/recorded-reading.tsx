'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { AuditLogLink } from '#components/audit-log/audit-log-link.tsx';
import type { EventView } from '#lib/audit-log/view.ts';
import { paths } from '#lib/paths.ts';

type Reading = Extract<EventView, { kind: 'bulkRead' | 'urlsRead' }>;

/** How many rows or whole URLs a person was given. The count grows while they read more. */
export function RecordedReading({ event }: { event: Reading }) {
  const t = useTranslations('auditLog.reading');
  const count = event.count ?? 0;
  if (event.kind === 'bulkRead') return <p>{t(event.details.scope, { count })}</p>;
  const { use, batchId } = event.details;
  return (
    <>
      <p>{t(use, { count })}</p>
      {batchId === null ? null : (
        <p className="text-sm">
          <AuditLogLink href={paths.batch(batchId)}>{t('batch')}</AuditLogLink>
        </p>
      )}
    </>
  );
}
