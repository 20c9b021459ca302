'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { AuditLogLink } from '#components/audit-log/audit-log-link.tsx';
import type { EventView } from '#lib/audit-log/view.ts';
import { readPermission } from '#lib/auth/permissions.ts';
import { paths } from '#lib/paths.ts';

type Details = Extract<EventView, { kind: 'denied' }>['details'];

/** What a person tried to do without the right. The batch that they named may not exist. */
export function RecordedDenied({ details }: { details: Details }) {
  const t = useTranslations('auditLog');
  const log = useTranslations('auditLogActs');
  if ('permission' in details) {
    const { act } = details;
    const permission = readPermission(details.permission);
    // A later version may know other rights.
    const right = permission ? log(`rights.${permission}`) : details.permission;
    return <p>{log(`denied.${act}`, { right })}</p>;
  }
  const { act, lines, batchId } = details;
  return (
    <>
      <p>{t(`denied.${act}`, { count: lines ?? 0 })}</p>
      {batchId === null ? null : (
        <p className="text-sm">
          <AuditLogLink href={paths.batch(batchId)}>{t('batch')}</AuditLogLink>
        </p>
      )}
    </>
  );
}
