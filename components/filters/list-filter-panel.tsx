'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ListFilterMenuProps } from '#components/filters/list-filter-menu.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';

/** What a filter of several values opens: "is" or "is not", and the values to tick. */
export default function ListFilterPanel<Value extends string>(props: ListFilterMenuProps<Value>) {
  const { label, options, values, excluded, onChange } = props;
  const t = useTranslations('history.filter');
  const name = useId();

  const toggle = (value: Value) => {
    const chosen = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
    onChange({ values: chosen.sort(), excluded });
  };

  return (
    <fieldset>
      <legend className="sr-only">{t('match', { name: label })}</legend>
      <div className="mb-3 grid grid-cols-2 rounded-md bg-sunken p-0.5 text-sm">
        {[false, true].map((negative) => (
          <label
            key={String(negative)}
            className="flex min-h-7 items-center justify-center rounded-sm text-ink-2 has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={excluded === negative}
              disabled={values.length === 0}
              onChange={() => onChange({ values: [...values], excluded: negative })}
            />
            {negative ? t('isNot') : t('is')}
          </label>
        ))}
      </div>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={values.includes(option.value)}
          onChange={() => toggle(option.value)}
          className="py-1 pointer-coarse:py-2"
        />
      ))}
      {options.length === 0 ? <p className="text-sm text-ink-2">{props.empty}</p> : null}
    </fieldset>
  );
}
