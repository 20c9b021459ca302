'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { FormDialog } from '#components/form/form-dialog.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { TextField } from '#components/ui/text-field.tsx';
import { addApp } from '#lib/connection/actions.ts';
import type { AppView } from '#lib/connection/view.ts';

type AddAppDialogProps = { onClose: () => void; onAdded: (apps: AppView[]) => void };

const formId = 'add-app';
const idOf = (field: string) => `${formId}-${field}`;

/** SdkAppId and name of an app to bind in from now on. */
export function AddAppDialog({ onClose, onAdded }: AddAppDialogProps) {
  const t = useTranslations('connection.apps');
  const state = useActionForm({
    action: addApp,
    loadSchema: async () => (await import('#lib/connection/schema.ts')).addAppInputSchema,
    read: (data) => ({ appId: String(data.get('appId')), name: String(data.get('name')) }),
    done: onAdded,
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
        id={idOf('appId')}
        name="appId"
        label={t('appId')}
        hint={t('appIdHint')}
        error={errorOf('appId')}
        inputMode="numeric"
        autoComplete="off"
        mono
        data-initial-focus
      />
      <TextField
        id={idOf('name')}
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={errorOf('name')}
        autoComplete="off"
      />
    </FormDialog>
  );
}
