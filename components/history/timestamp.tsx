'use client';

import { type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { useNow } from '#components/ui/time/use-now.ts';

const MomentCard = lazyWithRetry(() => import('#components/history/timestamp-card.tsx'), 'none');

/** Pointing at a time in passing shows nothing; leaving for the card is given time. In ms. */
const delays = { show: 350, hide: 200 };

/**
 * A row's link with the distance from now under it, and a card of the moment's other forms: shown while the time
 * is pointed at or its link has the focus, entered by the down arrow or a press on the distance. The distance is no
 * stop of its own for Tab: two in each row would be one too many.
 */
export function MomentForms({ at, children }: { at: string; children: ReactNode }) {
  const t = useTranslations('preferences.moment');
  const [card, setCard] = useState<'hidden' | 'shown' | 'entered'>('hidden');
  const timer = useRef<number | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  const ticks = useNow() !== null;

  const later = (next: 'hidden' | 'shown', ms: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCard((now) => (now === 'entered' ? now : next)), ms);
  };
  const turn = (next: 'hidden' | 'entered') => {
    window.clearTimeout(timer.current);
    setCard(next);
  };
  const isOwnLink = (target: EventTarget) =>
    target instanceof HTMLElement && target.matches('a:focus-visible');

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for its link, which has the role and the focus
    <div
      className="min-w-0 @max-3xl:contents"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') later('shown', delays.show);
      }}
      onPointerLeave={() => later('hidden', delays.hide)}
      onFocus={({ target }) => {
        if (isOwnLink(target)) later('shown', delays.show);
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) turn('hidden');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || !isOwnLink(event.target)) return;
        event.preventDefault();
        turn('entered');
      }}
    >
      {children}
      <div ref={place} className="mt-0.5 h-4.5 text-xs text-ink-3">
        <button
          type="button"
          tabIndex={-1}
          aria-haspopup="menu"
          aria-expanded={card !== 'hidden'}
          className="max-w-full truncate rounded-sm text-start first-letter:uppercase"
          onClick={() => turn('entered')}
        >
          {/* The server does not know the browser's clock: until it ticks, the place stays empty. */}
          {ticks ? <Time at={at} show="relative" bare /> : <span>{'\u00a0'}</span>}
          <span className="sr-only">{` ${t('more')}`}</span>
        </button>
      </div>
      {card === 'hidden' ? null : (
        <Suspense>
          <MomentCard
            at={at}
            beside={place}
            entered={card === 'entered'}
            onClose={() => {
              const inside = place.current?.parentElement?.contains(document.activeElement);
              if (inside) place.current?.parentElement?.querySelector('a')?.focus();
              turn('hidden');
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
