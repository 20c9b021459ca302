'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { $ZodType } from 'zod/v4/core';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Result } from '#lib/domain/result.ts';

type Fields = { name: string; shared: boolean };

type ViewFormProps<Input, Value> = {
  texts: { title: string; text?: string; submit: string };
  initial?: Fields;
  mayShare: boolean;
  action: (input: Input) => Promise<Result<Value>>;
  loadSchema: () => Promise<$ZodType<Input>>;
  read: (fields: Fields) => Input;
  onClose: () => void;
  onDone: (value: Value) => void;
  children?: ReactNode;
};

const formId = 'saved-view';
const idOf = (field: string) => `${formId}-${field}`;

/** What a saved view is called and who sees it. */
export function ViewForm<Input, Value>(props: ViewFormProps<Input, Value>) {
  const { texts, initial, mayShare, action, loadSchema, read, onClose, onDone, children } = props;
  const t = useTranslations('views.dialog');
  const { problems, attempt, busy, form } = useActionForm({
    action,
    loadSchema,
    read: (data) => read({ name: String(data.get('name')), shared: data.get('shared') === 'on' }),
    done: onDone,
  });
  const errorOf = useFieldErrors(problems);
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      locked={busy}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button id={idOf('submit')} type="submit" form={formId} look="primary" busy={busy}>
            {texts.submit}
          </Button>
        </>
      }
    >
      {texts.text ? <p className="mb-4 text-ink-2 text-pretty">{texts.text}</p> : null}
      <form {...form} id={formId} className="grid gap-4">
        <FormErrors problems={problems} attempt={attempt} idOf={idOf} fallbackId={idOf('submit')} />
        <TextField
          id={idOf('name')}
          name="name"
          label={t('name')}
          error={errorOf('name')}
          defaultValue={initial?.name}
          autoComplete="off"
          data-initial-focus
        />
        {mayShare ? (
          <Checkbox name="shared" label={t('share')} hint={t('shareHint')} defaultChecked={initial?.shared} />
        ) : null}
      </form>
      {children}
    </Dialog>
  );
}
