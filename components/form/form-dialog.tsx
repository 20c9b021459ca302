'use client';
'use no memo';

import type { ReactNode } from 'react';
import { FormErrors } from '#components/form/form-errors.tsx';
import type { useActionForm } from '#components/form/use-action-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

type FormDialogProps = {
  id: string;
  /** The id of a field's control. */
  idOf: (field: string) => string;
  title: string;
  cancel: string;
  submit: string;
  state: ReturnType<typeof useActionForm>;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
};

/** A dialog around one form: its errors, its fields, and two buttons. It cannot be closed while the form is sent. */
export function FormDialog({ id, idOf, title, cancel, submit, state, onClose, children }: FormDialogProps) {
  const { problems, attempt, busy, form } = state;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      locked={busy}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button id={idOf('submit')} type="submit" form={id} look="primary" busy={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form {...form} id={id} className="grid gap-4">
        <FormErrors problems={problems} attempt={attempt} idOf={idOf} fallbackId={idOf('submit')} />
        {children}
      </form>
    </Dialog>
  );
}
