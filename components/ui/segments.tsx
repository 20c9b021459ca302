'use client';
'use no memo';

import { useId } from 'react';

type SegmentsProps<Value extends string> = {
  /** Read aloud before the choices. */
  label: string;
  value: Value;
  /** `short` is what is seen of a text where there is little room. */
  options: readonly { value: Value; text: string; short?: string }[];
  onChoose: (value: Value) => void;
};

/** A choice of few, all in sight: radio buttons that look like one control. */
export function Segments<Value extends string>({ label, value, options, onChoose }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="inline-flex rounded-md bg-sunken p-0.5 text-sm">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="figures relative flex min-h-6 flex-1 items-center justify-center rounded-sm px-2.5 whitespace-nowrap text-ink-2 has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-10"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span className={option.short === undefined ? undefined : 'max-sm:sr-only'}>{option.text}</span>
          {option.short === undefined ? null : (
            <span aria-hidden className="sm:hidden">
              {option.short}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
