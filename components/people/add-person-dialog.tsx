'use client';

import { useTranslations } from 'use-intl';
import { FormDialog } from '#components/form/form-dialog.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type Role, roles } from '#lib/domain/role.ts';
import { addPerson } from '#lib/people/actions.ts';
import type { PersonView } from '#lib/people/view.ts';

type AddPersonDialogProps = { onClose: () => void; onAdded: (person: PersonView, url: string) => void };

const formId = 'add-person';
const idOf = (field: string) => `${formId}-${field}`;
const roleOf = (value: unknown): Role => roles.find((role) => role === value) ?? 'support';

/** Name, email, role; then the link to hand over. */
export function AddPersonDialog({ onClose, onAdded }: AddPersonDialogProps) {
  const t = useTranslations('people');
  const state = useActionForm({
    action: addPerson,
    loadSchema: async () => (await import('#lib/people/schema.ts')).addPersonInputSchema,
    read: (data) => ({
      name: String(data.get('name')),
      email: String(data.get('email')),
      role: roleOf(data.get('role')),
    }),
    done: ({ person, url }) => onAdded(person, url),
  });
  const errorOf = useFieldErrors(state.problems);
  return (
    <FormDialog
      id={formId}
      idOf={idOf}
      title={t('addDialog.title')}
      cancel={t('addDialog.cancel')}
      submit={t('addDialog.submit')}
      state={state}
      onClose={onClose}
    >
      <TextField
        id={idOf('name')}
        name="name"
        label={t('addDialog.name')}
        error={errorOf('name')}
        autoComplete="off"
        data-initial-focus
      />
      <TextField
        id={idOf('email')}
        name="email"
        type="email"
        label={t('addDialog.email')}
        hint={t('addDialog.emailHint')}
        error={errorOf('email')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SelectField
        id={idOf('role')}
        name="role"
        label={t('addDialog.role')}
        error={errorOf('role')}
        defaultValue="support"
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t('addDialog.roleOption', { role: t(`roles.${role}`), meaning: t(`roleMeaning.${role}`) })}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
