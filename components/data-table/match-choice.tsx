'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';

type MatchChoiceProps = {
  /** What is chosen for, read aloud. */
  label: string;
  excluded: boolean;
  disabled?: boolean;
  onChange: (excluded: boolean) => void;
};

/** "is" or "is not": whether rows have one of the values, or none of them. */
export function MatchChoice({ label, excluded, disabled = false, onChange }: MatchChoiceProps) {
  const t = useTranslations('history.filter');
  const name = useId();
  return (
    <fieldset className="grid grid-cols-2 rounded-md bg-sunken p-0.5 text-sm">
      <legend className="sr-only">{label}</legend>
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
            disabled={disabled}
            onChange={() => onChange(negative)}
          />
          <span>{negative ? t('isNot') : t('is')}</span>
        </label>
      ))}
    </fieldset>
  );
}
