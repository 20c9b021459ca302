'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'signIn' }>['details'];

/** A sign-in, a sign-out, or a failed try with the email that was typed. */
export function RecordedSignIn({ details }: { details: Details }) {
  const t = useTranslations('auditLogActs.signIn');
  return <p className="break-words">{sentence(details, t)}</p>;
}

function sentence(details: Details, t: ReturnType<typeof useTranslations<'auditLogActs.signIn'>>): string {
  switch (details.act) {
    case 'signed_in':
      return t(`signedIn.${details.way}`);
    case 'signed_out':
      return t('signedOut');
    case 'failed':
      if (details.page === 'account') return t('failedOnAccount');
      return details.personId === null ? t('failedUnknown') : t('failed', details);
    case 'throttled':
      return details.personId === null
        ? t('throttledUnknown', { seconds: details.seconds })
        : t('throttled', details);
  }
}
