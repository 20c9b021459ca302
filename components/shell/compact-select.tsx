'use client';
'use no memo';

import { ChevronDown } from 'lucide-react';

type CompactSelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChoose: (value: Value) => void;
};

/** A small select whose label is read aloud only; the shown value says what it is. */
export function CompactSelect<Value extends string>(props: CompactSelectProps<Value>) {
  return (
    <div className="relative">
      <select
        aria-label={props.label}
        title={props.label}
        defaultValue={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.target.value);
          if (chosen) props.onChoose(chosen.value);
        }}
        className="min-h-7 w-full appearance-none rounded-md border border-line bg-surface ps-2 pe-6 text-sm text-ink-2 hover:border-line-strong hover:text-ink pointer-coarse:min-h-11 pointer-coarse:text-lg"
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-1.5 top-1/2 size-3.5 -translate-y-1/2 text-ink-3"
      />
    </div>
  );
}
