'use client';

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';

type Suggestion = { key: string; text: ReactNode; onPick: () => void };

type SuggestionListProps = {
  /** The field it belongs to: it takes the focus when something was picked. */
  fieldId: string;
  label: string;
  items: readonly Suggestion[];
};

/**
 * What was used before, behind one line under its field: not a `datalist`, which would turn the text field into a
 * combobox and cannot be opened by hand on phones. Its line is kept free from the start, since suggestions come while
 * somebody may be pressing something below.
 */
export function SuggestionList({ fieldId, label, items }: SuggestionListProps) {
  const [open, setOpen] = useState(false);
  const pick = (suggestion: Suggestion) => {
    suggestion.onPick();
    setOpen(false);
    document.getElementById(fieldId)?.focus();
  };
  return (
    <div className="mt-1 min-h-6 pointer-coarse:min-h-11">
      {items.length > 0 ? (
        <details
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
          className="group text-sm"
        >
          <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 text-ink-2 pointer-coarse:min-h-11 hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
            {label}
          </summary>
          {open ? (
            <ul className="mt-1 divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
              {items.map((suggestion) => (
                <li key={suggestion.key}>
                  <button
                    type="button"
                    onClick={() => pick(suggestion)}
                    className="flex min-h-8 w-full flex-wrap items-baseline gap-x-3 px-3 py-1.5 text-start -outline-offset-2 pointer-coarse:min-h-11 hover:bg-accent-soft"
                  >
                    {suggestion.text}
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}
