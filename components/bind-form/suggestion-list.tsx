'use client';

import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';

export type Suggestion = { key: string; text: ReactNode; onPick: () => void };

type SuggestionListProps = {
  /** The field it belongs to: it takes the focus when something was picked. */
  fieldId: string;
  label: string;
  items: readonly Suggestion[];
  /**
   * Stands below the items, and comes later than they do: an open list then keeps one height, so that nothing below it
   * moves away from under somebody's hand.
   */
  further?: ((pick: (suggestion: Suggestion) => void) => ReactNode) | undefined;
};

/**
 * What was used before, behind one line under its field: not a `datalist`, which would turn the text field into a
 * combobox and cannot be opened by hand on phones. Its line is kept free from the start, since suggestions come while
 * somebody may be pressing something below.
 */
export function SuggestionList({ fieldId, label, items, further }: SuggestionListProps) {
  const [open, setOpen] = useState(false);
  const pick = (suggestion: Suggestion) => {
    suggestion.onPick();
    setOpen(false);
    document.getElementById(fieldId)?.focus();
  };
  return (
    <div className="mt-1 min-h-6 pointer-coarse:min-h-11">
      {items.length > 0 || further ? (
        <details
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
          className="group text-sm"
        >
          <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 text-ink-2 pointer-coarse:min-h-11 hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
            <span>{label}</span>
          </summary>
          {open ? (
            <ul
              className={clsx(
                'mt-1 divide-y divide-line rounded-md border border-line bg-surface',
                further ? 'h-64 overflow-y-auto' : 'overflow-hidden',
              )}
            >
              {items.map((suggestion) => (
                <SuggestionRow key={suggestion.key} suggestion={suggestion} onPick={pick} />
              ))}
              {further?.(pick)}
            </ul>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}

export function SuggestionRow({
  suggestion,
  onPick,
}: {
  suggestion: Suggestion;
  onPick: (suggestion: Suggestion) => void;
}) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onPick(suggestion)}
        className="flex min-h-8 w-full flex-wrap items-baseline gap-x-3 px-3 py-1.5 text-start -outline-offset-2 pointer-coarse:min-h-11 hover:bg-accent-soft"
      >
        {suggestion.text}
      </button>
    </li>
  );
}
