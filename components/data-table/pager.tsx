'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';

type PagerProps<Size extends number> = {
  texts: { label: string; size: string; previous: string; next: string };
  sizes: readonly Size[];
  size: Size;
  onSize: (size: Size) => void;
  /** Null at the first or last page. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
};

/** Previous and next instead of page numbers: new rows push every numbered page on, a cursor stays where it is. */
export function Pager<Size extends number>({ texts, sizes, size, ...turn }: PagerProps<Size>) {
  return (
    <nav aria-label={texts.label} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
      <label className="flex items-center gap-2 text-sm text-ink-2">
        {texts.size}
        <select
          value={size}
          onChange={(event) => {
            const chosen = sizes.find((each) => String(each) === event.target.value);
            if (chosen !== undefined) turn.onSize(chosen);
          }}
          className="figures h-7 rounded-md border border-line-strong bg-surface px-1.5 text-sm text-ink pointer-coarse:h-11 pointer-coarse:text-lg"
        >
          {sizes.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <div className="flex gap-2">
        <TurnButton onClick={turn.onPrevious}>
          <ChevronLeft aria-hidden className="size-4" />
          {texts.previous}
        </TurnButton>
        <TurnButton onClick={turn.onNext}>
          {texts.next}
          <ChevronRight aria-hidden className="size-4" />
        </TurnButton>
      </div>
    </nav>
  );
}

/** `aria-disabled` at an end instead of `disabled`, so that the focus is not lost on arriving there. */
function TurnButton({ onClick, children }: { onClick: (() => void) | null; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-disabled={onClick === null || undefined}
      onClick={() => onClick?.()}
      className={buttonClass('plain', 'sm')}
    >
      {children}
    </button>
  );
}
