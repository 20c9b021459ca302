'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { FormDialog } from '#components/form/form-dialog.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { TextField } from '#components/ui/text-field.tsx';
import { renameApp } from '#lib/connection/actions.ts';
import type { AppView } from '#lib/connection/view.ts';

type RenameAppDialogProps = {
  app: AppView;
  onClose: () => void;
  onRenamed: (apps: AppView[], name: string) => void;
};

const formId = 'rename-app';
const idOf = (field: string) => `${formId}-${field}`;

/** Another name for an app, everywhere it is shown. */
export function RenameAppDialog({ app, onClose, onRenamed }: RenameAppDialogProps) {
  const t = useTranslations('connection.apps');
  const state = useActionForm({
    action: renameApp,
    loadSchema: async () => (await import('#lib/connection/schema.ts')).renameAppInputSchema,
    read: (data) => ({ appId: app.id, name: String(data.get('name')) }),
    done: (apps) => onRenamed(apps, apps.find(({ id }) => id === app.id)?.name ?? app.name),
  });
  const errorOf = useFieldErrors(state.problems);
  return (
    <FormDialog
      id={formId}
      idOf={idOf}
      title={t('renameDialog.title', { name: app.name })}
      cancel={t('renameDialog.cancel')}
      submit={t('renameDialog.submit')}
      state={state}
      onClose={onClose}
    >
      <TextField
        id={idOf('name')}
        name="name"
        label={t('name')}
        hint={t('renameDialog.hint', { id: app.id })}
        error={errorOf('name')}
        defaultValue={app.name}
        autoComplete="off"
        data-initial-focus
      />
    </FormDialog>
  );
}
