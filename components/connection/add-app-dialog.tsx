'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { addApp } from '#lib/connection/actions.ts';
import type { AppView } from '#lib/connection/view.ts';

type AddAppDialogProps = { onClose: () => void; onAdded: (apps: AppView[]) => void };

const formId = 'add-app';
const idOf = (field: string) => `${formId}-${field}`;

/** SdkAppId and name of an app to bind in from now on. */
export function AddAppDialog({ onClose, onAdded }: AddAppDialogProps) {
  const t = useTranslations('connection.apps');
  const { problems, attempt, busy, form } = useActionForm({
    action: addApp,
    loadSchema: async () => (await import('#lib/connection/schema.ts')).addAppInputSchema,
    read: (data) => ({ appId: String(data.get('appId')), name: String(data.get('name')) }),
    done: onAdded,
  });
  const errorOf = useFieldErrors(problems);
  return (
    <Dialog
      title={t('addDialog.title')}
      onClose={onClose}
      locked={busy}
      actions={
        <>
          <Button onClick={onClose}>{t('addDialog.cancel')}</Button>
          <Button id={idOf('submit')} type="submit" form={formId} look="primary" busy={busy}>
            {t('addDialog.submit')}
          </Button>
        </>
      }
    >
      <form {...form} id={formId} className="grid gap-4">
        <FormErrors problems={problems} attempt={attempt} idOf={idOf} fallbackId={idOf('submit')} />
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
      </form>
    </Dialog>
  );
}
