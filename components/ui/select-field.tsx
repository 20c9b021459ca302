'use no memo';

import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { controlClass } from '#components/ui/control-class.ts';
import { Field, type FieldTexts, fieldIds } from '#components/ui/field.tsx';

type SelectFieldProps = FieldTexts & ComponentProps<'select'>;

/** The platform's own select: it opens the way each device's people know. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, note, optional, className, children, ...select } = props;
  const made = useId();
  const id = select.id ?? made;
  const texts = { label, hint, error, note, optional };
  return (
    <Field {...texts} id={id} {...(className ? { className } : {})}>
      <div className="relative">
        <select
          {...select}
          id={id}
          aria-describedby={fieldIds(id, texts).describedBy}
          aria-invalid={error ? true : undefined}
          className={controlClass(Boolean(error), 'appearance-none pe-9')}
        >
          {children}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-3"
        />
      </div>
    </Field>
  );
}
