'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { LinkMadeBy } from '#components/people/link-made-by.tsx';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'reset' }>['details'];

/** Whose password was reset by a link, and who made the link. */
export function RecordedReset({ details: { name, email, by } }: { details: Details }) {
  const t = useTranslations('auditLogActs');
  return (
    <>
      <p className="break-words">{t('reset', { name, email })}</p>
      <LinkMadeBy by={by} />
    </>
  );
}
