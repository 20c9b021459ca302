'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { LinkMadeBy } from '#components/people/link-made-by.tsx';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'person' }>['details'];

/** What was done to a person, and with what else it ended. */
export function RecordedPerson({ details }: { details: Details }) {
  const t = useTranslations('auditLogActs');
  return (
    <>
      <p className="break-words">{sentence(details, t)}</p>
      {details.act === 'joined' ? <LinkMadeBy by={details.by} /> : null}
    </>
  );
}

function sentence(details: Details, t: ReturnType<typeof useTranslations<'auditLogActs'>>): string {
  const { name, email } = details;
  switch (details.act) {
    case 'added':
      return t('person.added', { name, email, role: t(`roles.${details.role}`) });
    case 'link_made': {
      const { purpose, replaced } = details;
      return t(purpose === 'invitation' ? 'person.invitation' : 'person.newPassword', {
        name,
        email,
        replaced,
      });
    }
    case 'joined':
      return t('person.joined', { name, email });
    case 'role_changed': {
      const { from, to, ended } = details;
      return t('person.role', { name, email, from: t(`roles.${from}`), to: t(`roles.${to}`), ended });
    }
    case 'disabled':
      return t('person.disabled', { name, email, ended: details.ended, links: details.links });
    case 'enabled':
      return t('person.enabled', { name, email });
    case 'set_up':
      return t(details.way === 'link' ? 'person.setUp' : 'person.setUpByEnvironment', { name, email });
  }
}
