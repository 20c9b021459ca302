'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'account' }>['details'];

/** What a person changed about an account. */
export function RecordedAccount({ details }: { details: Details }) {
  const t = useTranslations('auditLog.account');
  const log = useTranslations('auditLogActs');
  switch (details.act) {
    case 'name_changed':
      return <p className="break-words">{t('nameChanged', { from: details.from, to: details.to })}</p>;
    case 'password_changed':
      return <p>{t('passwordChanged', { count: details.ended })}</p>;
    case 'sessions_ended':
      return <p>{t('sessionsEnded', { count: details.ended })}</p>;
    case 'reset_confirmed':
      return (
        <p>
          <Sentence>{log.rich('resetConfirmed', { time: () => <Time at={details.at} /> })}</Sentence>
        </p>
      );
    case 'reset_link_made':
      return <p className="break-words">{t('resetLink', { name: details.name, email: details.email })}</p>;
  }
}
