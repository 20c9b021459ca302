'use no memo';

import type { ReactNode } from 'react';
import { FieldError, FieldHint, FieldNote, type FieldTexts, fieldIds } from '#components/ui/field.tsx';

type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  meaning?: ReactNode;
  /** Its meaning then says why. */
  disabled?: boolean;
};

type RadioGroupProps<Value extends string> = FieldTexts & {
  /** The first radio carries it, so that an error summary can link to the group. */
  id: string;
  name: string;
  options: readonly RadioOption<Value>[];
  /** None is checked while it is no option's value. */
  value: string;
  onChoose: (value: Value) => void;
};

/** Radios in a fieldset whose legend names the group. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { id, name, options, value, onChoose, ...texts } = props;
  const ids = fieldIds(id, texts);
  return (
    <fieldset aria-describedby={ids.describedBy}>
      <legend className="text-base font-medium text-ink">{texts.label}</legend>
      {texts.hint ? <FieldHint id={ids.hint}>{texts.hint}</FieldHint> : null}
      <div className={`mt-1.5 grid gap-2 ${options.length === 2 ? 'sm:grid-cols-2' : 'sm:grid-cols-3'}`}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className="flex items-start gap-2.5 rounded-md border border-line bg-surface px-3 py-2 pointer-coarse:min-h-11 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 has-disabled:bg-transparent has-disabled:text-ink-3"
          >
            <input
              name={name}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChoose(option.value)}
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              value={option.value}
              aria-describedby={option.meaning ? `${id}-${option.value}-meaning` : undefined}
              className="mt-0.5 size-4 shrink-0 accent-accent focus-visible:outline-none"
            />
            <span className="min-w-0">
              <span className="block text-ink">{option.label}</span>
              {option.meaning ? (
                <span id={`${id}-${option.value}-meaning`} aria-hidden className="block text-xs text-ink-3">
                  {option.meaning}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {texts.error ? <FieldError id={ids.error}>{texts.error}</FieldError> : null}
      <FieldNote id={ids.note} live={texts.noteIsLive}>
        {texts.note}
      </FieldNote>
    </fieldset>
  );
}
