'use client';

import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';

import type { Offer } from '#components/history/stable-page.ts';
import { buttonClass } from '#components/ui/button-class.ts';

export type NewRowsProps = { offer: Offer; onShow: () => void };

/** Loaded when there is something to offer, a second after the page at the earliest. */
export default function OfferButton({ offer: { count, more }, onShow }: NewRowsProps) {
  const t = useTranslations('preferences.offer');
  return (
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
      <span>{t(more ? 'atLeast' : 'text', { count })}</span>
    </button>
  );
}
