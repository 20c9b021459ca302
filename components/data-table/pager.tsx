'use client';
'use no memo';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';

type Size = (typeof pageSizes)[number];

type PagerProps = {
  label: string;
  /** Where the pages beside the one shown begin; null at the first or last page. */
  page: { previousCursor: string | null; nextCursor: string | null };
  size: Size | undefined;
  onSize: (size: Size) => void;
  onTurn: (to: { before: string } | { after: string }) => void;
};

/** Previous and next instead of page numbers: new rows push every numbered page on, a cursor stays where it is. */
export function Pager({ label, page, size, onSize, onTurn }: PagerProps) {
  const t = useTranslations('ui.pages');
  const { previousCursor: before, nextCursor: after } = page;
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3"
    >
      <label className="flex items-center gap-2 text-sm text-ink-2">
        <span>{t('size')}</span>
        <select
          value={size ?? pageSizes[0]}
          onChange={(event) => {
            const chosen = pageSizes.find((each) => String(each) === event.target.value);
            if (chosen !== undefined) onSize(chosen);
          }}
          className="figures h-7 rounded-md border border-line-strong bg-surface px-1.5 text-sm text-ink pointer-coarse:h-11 pointer-coarse:text-lg"
        >
          {pageSizes.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <div className="flex gap-2">
        <TurnButton onClick={before === null ? null : () => onTurn({ before })}>
          <ChevronLeft aria-hidden className="size-4" />
          <span>{t('previous')}</span>
        </TurnButton>
        <TurnButton onClick={after === null ? null : () => onTurn({ after })}>
          <span>{t('next')}</span>
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
