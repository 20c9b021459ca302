'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { RecordLink } from '#components/audit-log/audit-log-link.tsx';
import type { EventView } from '#lib/audit-log/view.ts';
import { isPermission } from '#lib/auth/permissions.ts';
import { paths } from '#lib/paths.ts';

type Details = Extract<EventView, { kind: 'denied' }>['details'];

/** What a person tried to do without the right. The batch that they named may not exist. */
export function RecordedDenied({ details }: { details: Details }) {
  const t = useTranslations('records');
  const log = useTranslations('auditLog');
  if ('permission' in details) {
    const { act, permission } = details;
    // A later version may know other rights.
    const right = isPermission(permission) ? log(`rights.${permission}`) : permission;
    return <p>{log(`denied.${act}`, { right })}</p>;
  }
  const { act, lines, batchId } = details;
  return (
    <>
      <p>{t(`denied.${act}`, { count: lines ?? 0 })}</p>
      {batchId === null ? null : (
        <p className="text-sm">
          <RecordLink href={paths.batch(batchId)}>{t('batch')}</RecordLink>
        </p>
      )}
    </>
  );
}
