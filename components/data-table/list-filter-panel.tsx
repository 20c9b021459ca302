'use client';

import { useTranslations } from 'use-intl';

import { MatchChoice } from '#components/data-table/match-choice.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';

export type FilterOption<Value extends string> = { value: Value; label: string };

export type ListFilterMenuProps<Value extends string> = {
  label: string;
  options: readonly FilterOption<Value>[];
  values: readonly Value[];
  /** The filter only takes values that rows have, and none that they do not have. */
  onlyIs?: boolean;
  excluded?: boolean;
  onChange: (choice: { values: Value[]; excluded: boolean }) => void;
  /** Shown instead of an empty list. */
  empty?: string;
};

/** What a filter of several values opens: "is" or "is not", and the values to tick. */
export default function ListFilterPanel<Value extends string>(props: ListFilterMenuProps<Value>) {
  const { label, options, values, onlyIs = false, excluded = false, onChange, empty } = props;
  const t = useTranslations('history.filter');

  const toggle = (value: Value) => {
    const chosen = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
    onChange({ values: chosen.sort(), excluded });
  };

  return (
    <>
      {onlyIs ? null : (
        <div className="mb-3">
          <MatchChoice
            label={t('match', { name: label })}
            excluded={excluded}
            disabled={values.length === 0}
            onChange={(negative) => onChange({ values: [...values], excluded: negative })}
          />
        </div>
      )}
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {options.length === 0 && empty ? <p className="text-sm text-ink-2">{empty}</p> : null}
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={values.includes(option.value)}
            onChange={() => toggle(option.value)}
            className="py-1 pointer-coarse:py-2"
          />
        ))}
      </fieldset>
    </>
  );
}
