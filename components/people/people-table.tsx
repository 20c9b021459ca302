'use client';

import { useTranslations } from 'use-intl';
import { PersonActions } from '#components/people/person-actions.tsx';
import { StateBadge } from '#components/people/state-badge.tsx';
import type { People } from '#components/people/use-people.ts';
import { Badge } from '#components/ui/badge.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Card } from '#components/ui/card.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { eventsHref } from '#lib/audit-log/search-params.ts';
import { paths } from '#lib/paths.ts';
import type { PersonView } from '#lib/people/view.ts';

const columns = ['person', 'role', 'state', 'lastSignIn', 'actions'] as const;

type PeopleTableProps = { people: People; viewerId: string; mayReadLog: boolean };

/** One row a person; where it is narrow each row becomes a card with the same content. */
export function PeopleTable({ people, viewerId, mayReadLog }: PeopleTableProps) {
  const t = useTranslations('people');
  return (
    <Card className="@container">
      <table className="w-full border-collapse text-start @max-3xl:block">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="border-b border-line text-xs text-ink-3 @max-3xl:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-2 text-start font-medium first:ps-5 last:pe-5">
                {column === 'actions' ? (
                  <span className="sr-only">{t('columns.actions')}</span>
                ) : (
                  t(`columns.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-3xl:block">
          {people.people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              people={people}
              isViewer={person.id === viewerId}
              mayReadLog={mayReadLog}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

type PersonRowProps = { person: PersonView; people: People; isViewer: boolean; mayReadLog: boolean };

const cell = 'px-3 py-3 align-middle first:ps-5 last:pe-5 @max-3xl:p-0!';

function PersonRow({ person, people, isViewer, mayReadLog }: PersonRowProps) {
  const t = useTranslations('people');
  return (
    <tr className="border-b border-line last:border-b-0 @max-3xl:flex @max-3xl:flex-wrap @max-3xl:items-center @max-3xl:gap-x-3 @max-3xl:gap-y-2 @max-3xl:px-4 @max-3xl:py-3.5">
      <th scope="row" className={`${cell} text-start font-normal @max-3xl:basis-full`}>
        <span className="flex flex-wrap items-center gap-x-2 font-medium break-words">
          <span>{person.name}</span>
          {isViewer ? <Badge tone="accent">{t('you')}</Badge> : null}
        </span>
        <span className="block text-sm break-all text-ink-3">{person.email}</span>
      </th>
      <td className={cell}>
        <span title={t(`roleMeaning.${person.role}`)}>{t(`roles.${person.role}`)}</span>
      </td>
      <td className={cell}>
        <StateBadge state={person.state} />
      </td>
      <td className={`${cell} text-sm text-ink-2`}>
        {person.lastSignInAt ? <Time at={person.lastSignInAt} show="both" /> : t('never')}
      </td>
      <td className={`${cell} text-end @max-3xl:basis-full @max-3xl:text-start`}>
        <div className="flex flex-wrap items-center justify-end gap-1 @max-3xl:-ms-2.5 @max-3xl:justify-start">
          {isViewer ? (
            <span className="px-2.5 text-sm text-ink-3">
              <span>{t('ownRow')}</span>{' '}
              <PageLink href={paths.account} className={`${linkClass} whitespace-nowrap`}>
                {t('ownAccount')}
              </PageLink>
            </span>
          ) : (
            <PersonActions person={person} people={people} />
          )}
          {mayReadLog ? <PersonLogLink person={person} /> : null}
        </div>
      </td>
    </tr>
  );
}

/** To what this person did and what was done to them. */
function PersonLogLink({ person: { id, name } }: { person: PersonView }) {
  const t = useTranslations('people.action');
  const action = t('auditLog');
  return (
    <PageLink
      href={eventsHref({ person: [id] })}
      aria-label={t('of', { action, name })}
      className={buttonClass('quiet', 'sm')}
    >
      {action}
    </PageLink>
  );
}
