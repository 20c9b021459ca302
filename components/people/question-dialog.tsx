'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { AddPersonDialog } from '#components/people/add-person-dialog.tsx';
import { LinkDialog } from '#components/people/link-dialog.tsx';
import type { Problem } from '#lib/domain/problem.ts';
import type { Role } from '#lib/domain/role.ts';
import type { PersonView } from '#lib/people/view.ts';

/** What stands over the list. A link is shown once, in the dialog that follows its making. */
export type Question =
  | { kind: 'add' }
  | { kind: 'role'; person: PersonView; role: Role }
  | { kind: 'disable'; person: PersonView }
  | { kind: 'link'; person: Pick<PersonView, 'name' | 'email'>; url: string };

/** What a dialog can do to the list, and how its last act went. */
type PeopleActs = {
  busy: boolean;
  problem: Problem | null;
  added: (person: PersonView, url: string) => void;
  changeRole: (person: PersonView, role: Role) => Promise<void>;
  setDisabled: (person: PersonView, disabled: boolean) => Promise<void>;
};

type QuestionDialogProps = { people: PeopleActs; question: Question; onClose: () => void };

/** Whatever stands over the list just now. */
export default function QuestionDialog({ people, question, onClose }: QuestionDialogProps) {
  const t = useTranslations('people');
  const { busy, problem } = people;
  switch (question.kind) {
    case 'add':
      return <AddPersonDialog onClose={onClose} onAdded={people.added} />;
    case 'link':
      return <LinkDialog {...question} onClose={onClose} />;
    case 'role': {
      const { person, role } = question;
      return (
        <ConfirmDialog
          {...{ busy, problem, onClose }}
          title={t('roleDialog.title', { name: person.name })}
          text={`${t(role === 'admin' ? 'roleDialog.toAdmin' : 'roleDialog.toSupport')} ${t('roleDialog.text')}`}
          confirm={t('roleDialog.confirm', { role })}
          cancel={t('roleDialog.cancel')}
          onConfirm={() => void people.changeRole(person, role)}
        />
      );
    }
    case 'disable': {
      const { person } = question;
      return (
        <ConfirmDialog
          {...{ busy, problem, onClose }}
          title={t('disableDialog.title', { name: person.name })}
          text={t('disableDialog.text')}
          confirm={t('disableDialog.confirm')}
          cancel={t('disableDialog.cancel')}
          danger
          onConfirm={() => void people.setDisabled(person, true)}
        />
      );
    }
  }
}
