'use client';

import { useTranslations } from 'use-intl';
import type { People } from '#components/people/use-people.ts';
import { Button } from '#components/ui/button.tsx';
import type { PersonView } from '#lib/people/view.ts';

/** The buttons of a row. Each is named with the person, so that a list of buttons read aloud makes sense. */
export function PersonActions({ person, people }: { person: PersonView; people: People }) {
  const t = useTranslations('people.action');
  const other = person.role === 'admin' ? 'support' : 'admin';
  const button = (action: string, onClick: () => void) => (
    <Button
      size="sm"
      look="quiet"
      busy={people.busy}
      aria-label={t('of', { action, name: person.name })}
      onClick={onClick}
    >
      {action}
    </Button>
  );
  if (person.state === 'disabled') return button(t('enable'), () => void people.setDisabled(person, false));
  return (
    <>
      {button(t('newLink'), () => void people.renewLink(person))}
      {button(t(other === 'admin' ? 'makeAdmin' : 'makeSupport'), () =>
        people.ask({ kind: 'role', person, role: other }),
      )}
      {button(t('disable'), () => people.ask({ kind: 'disable', person }))}
    </>
  );
}
