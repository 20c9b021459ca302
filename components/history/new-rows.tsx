'use client';

import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Offer } from '#components/history/held-page.ts';
import { buttonClass } from '#components/ui/button-class.ts';

/**
 * "3 new" at the top edge of the table, also while it is scrolled. It takes no room, so nothing moves when it comes,
 * and it is announced, since nothing else tells a screen reader.
 */
export function NewRows({ offer, onShow }: { offer: Offer; onShow: () => void }) {
  const t = useTranslations('preferences.offer');
  const { count, more } = offer;
  return (
    <div role="status" className="pointer-events-none sticky top-8 z-30 flex h-0 justify-center">
      {count > 0 ? (
        <button
          type="button"
          onClick={onShow}
          aria-label={t(more ? 'nameAtLeast' : 'name', { count })}
          className={buttonClass(
            'primary',
            'sm',
            'figures pointer-events-auto h-7 -translate-y-3/4 animate-enter rounded-full! shadow-lift pointer-coarse:h-11',
          )}
        >
          <ArrowUp aria-hidden className="size-3.5" />
          {t(more ? 'atLeast' : 'text', { count })}
        </button>
      ) : null}
    </div>
  );
}
