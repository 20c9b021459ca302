'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'check' }>['details'];

/** What a check of the connection found. */
export function RecordedCheck({ details: { verdict, code } }: { details: Details }) {
  const t = useTranslations('auditLogActs.check');
  return (
    <>
      <p>{t(verdict)}</p>
      {code === null ? null : <p className="font-mono text-sm break-all text-ink-2">{code}</p>}
    </>
  );
}
