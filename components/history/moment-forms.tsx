'use client';

import { type FocusEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Time } from '#components/ui/time.tsx';
import { useNow } from '#components/ui/use-now.ts';

const MomentCard = lazy(() => import('#components/history/moment-card.tsx'));

/** Pointing at a time in passing shows nothing; leaving for the card is given time. In ms. */
const delays = { show: 350, hide: 200 };

/**
 * The distance from now, and with it a card of the moment's other forms (H9): shown while the time is pointed at or
 * the distance has the focus, entered by a press or the down arrow.
 */
export function MomentForms({ at, children }: { at: string; children: ReactNode }) {
  const t = useTranslations('preferences.moment');
  const [card, setCard] = useState<'hidden' | 'shown' | 'entered'>('hidden');
  const timer = useRef<number | undefined>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const ticks = useNow() !== null;

  const later = (next: 'hidden' | 'shown', ms: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCard((now) => (now === 'entered' ? now : next)), ms);
  };
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setCard('hidden');
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it is a shortcut; the button does the same
    <div
      className="min-w-0 @max-3xl:contents"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') later('shown', delays.show);
      }}
      onPointerLeave={() => later('hidden', delays.hide)}
      onBlur={leave}
    >
      {children}
      <div className="mt-0.5 h-4.5 text-xs text-ink-3 first-letter:uppercase">
        <button
          ref={button}
          type="button"
          aria-haspopup="menu"
          aria-expanded={card !== 'hidden'}
          className="max-w-full truncate rounded-sm text-start first-letter:uppercase"
          onFocus={({ currentTarget }) => {
            if (currentTarget.matches(':focus-visible') && card === 'hidden') setCard('shown');
          }}
          onClick={() => setCard('entered')}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            setCard('entered');
          }}
        >
          {/* The server does not know the browser's clock: until it ticks, the place stays empty. */}
          {ticks ? <Time at={at} show="relative" bare /> : '\u00a0'}
          <span className="sr-only"> {t('more')}</span>
        </button>
      </div>
      {card === 'hidden' ? null : (
        <Suspense>
          <MomentCard
            at={at}
            beside={button}
            entered={card === 'entered'}
            onClose={(focusBack) => {
              if (focusBack) button.current?.focus();
              setCard('hidden');
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
