'use client';
'use no memo';

import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, Suspense, useCallback, useId, useState } from 'react';
import { type ButtonSize, buttonClass } from '#components/ui/button-class.ts';
import { linkClass } from '#components/ui/link-class.ts';

type MenuPanelProps = {
  label: ReactNode;
  /** Before the label. */
  icon?: ReactNode;
  /** What is set, beside the label. */
  badge?: ReactNode;
  size?: ButtonSize;
  /** `link`: stands within text, without a frame. */
  look?: 'button' | 'link';
  /** Where the label alone does not say what is opened; holds the label. */
  name?: string;
  /** Which key presses it, see components/shell/shortcuts. */
  shortcut?: string;
  /** Which edge of the button the panel keeps to, where there is room. */
  align?: 'start' | 'end';
  /** Drawn from the first opening on, so it may be code that is loaded for it. */
  children: ReactNode;
};

const sides = { start: '[position-area:bottom_span-right]', end: '[position-area:bottom_span-left]' };

/**
 * A button with a panel under it. The platform's popover: it closes on Esc and on a click elsewhere, gives the focus
 * back, and stands under its button without a script.
 */
export function MenuPanel({ label, icon, badge, size = 'md', align = 'start', ...rest }: MenuPanelProps) {
  const { look = 'button', name, shortcut, children } = rest;
  const id = useId();
  const [wanted, setWanted] = useState(false);
  // The platform opens it even before this script runs.
  const seeIfOpen = useCallback((panel: HTMLElement | null) => {
    if (panel?.matches(':popover-open')) setWanted(true);
  }, []);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-shortcut={shortcut}
        aria-label={name}
        className={
          look === 'link'
            ? `${linkClass} cursor-pointer`
            : buttonClass('plain', size, clsx('font-normal!', badge && 'border-accent!'))
        }
      >
        {icon}
        <span className="contents">{label}</span>
        {badge}
        {look === 'link' ? null : <ChevronDown aria-hidden className="-me-1 size-4 text-ink-3" />}
      </button>
      <div
        id={id}
        popover="auto"
        ref={seeIfOpen}
        onBeforeToggle={() => setWanted(true)}
        className={clsx(
          'w-68 max-w-[calc(100vw-1.5rem)] max-h-[calc(100dvh-1rem)] overflow-y-auto rounded-lg border border-line bg-raised p-4 text-ink shadow-lift open:animate-enter supports-[position-area:bottom]:m-0 supports-[position-area:bottom]:mt-1.5 [position-try-fallbacks:flip-inline,flip-block,flip-block_flip-inline]',
          sides[align],
        )}
      >
        {wanted ? <Suspense>{children}</Suspense> : null}
      </div>
    </>
  );
}
