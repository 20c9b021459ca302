'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { AuditLogLink } from '#components/audit-log/audit-log-link.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import type { EventView } from '#lib/audit-log/view.ts';
import { paths } from '#lib/paths.ts';

type Details = Extract<EventView, { kind: 'reveal' }>['details'];

/** Which URL was looked at; never the URL itself. */
export function RecordedReveal({ details }: { details: Details }) {
  const t = useTranslations('auditLog');
  const { which, number, bindingId } = details;
  return (
    <>
      <p>
        <Sentence>
          {t.rich(which === 'new' ? 'did.revealNew' : 'did.revealPrevious', {
            number: () => <NumberText number={number} className="font-mono" />,
          })}
        </Sentence>
      </p>
      <p className="text-sm">
        <AuditLogLink href={paths.binding(bindingId)}>{t('entry')}</AuditLogLink>
      </p>
    </>
  );
}
