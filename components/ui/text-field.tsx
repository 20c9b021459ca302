'use no memo';

import { type ComponentProps, useId } from 'react';
import { controlClass } from '#components/ui/control-class.ts';
import { Field, type FieldTexts, fieldIds } from '#components/ui/field.tsx';

type TextFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'children'> & { mono?: boolean };

/** One line of text. Give an `id` when an error summary shall link to it. */
export function TextField({
  label,
  hint,
  error,
  note,
  optional,
  noteIsLive,
  mono,
  className,
  ...input
}: TextFieldProps) {
  const made = useId();
  const id = input.id ?? made;
  const texts = { label, hint, error, note, optional, noteIsLive };
  return (
    <Field {...texts} id={id} {...(className ? { className } : {})}>
      <input
        {...input}
        id={id}
        type={input.type ?? 'text'}
        aria-describedby={fieldIds(id, texts).describedBy}
        aria-invalid={error ? true : undefined}
        className={controlClass(Boolean(error), mono ? 'font-mono figures' : undefined)}
      />
    </Field>
  );
}
