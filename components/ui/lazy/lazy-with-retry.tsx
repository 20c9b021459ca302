'use client';
'use no memo';

import { type ComponentType, lazy } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { isMissingPart } from '#components/ui/lazy/missing-chunk.ts';
import type { PartPlace } from '#components/ui/lazy/missing-part.tsx';

const loadSubstitute = () => import('#components/ui/lazy/part-substitute.tsx');

/**
 * React's `lazy` for a part that may not arrive: the network is down, or the console was updated and its old files are
 * gone. Only this part is then replaced, by a notice with a way on; the page around it and what is typed there stay.
 * `lazy` itself keeps a failure for ever, so the notice loads the part again by itself: once when it is drawn, whenever
 * the network returns, and on request. What the part throws by itself is an error as any other.
 *
 * `place`: where the notice stands; `over` for what opens over the page, `none` for an extra that nobody would miss.
 */
export function lazyWithRetry<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  place: PartPlace = 'here',
) {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return await load();
    } catch (error) {
      if (!isMissingPart(error)) throw error;
      const substitute = await loadSubstitute().catch(() => null);
      if (substitute) return { default: substitute.substituteFor(load, place) };
      return { default: place === 'none' ? () => null : PlainSubstitute };
    }
  });
}

/** Where the notice is missing too: the same words, and the one way on that needs no further file. */
function PlainSubstitute() {
  const t = useTranslations();
  return (
    <div role="alert" className="fixed inset-x-3 bottom-3 z-50 rounded-md border border-warn bg-raised p-3">
      <p>{t('ui.part.title')}</p>
      <p>{t('problems.part_missing')}</p>
      <button type="button" className={buttonClass('plain', 'sm')} onClick={() => window.location.reload()}>
        {t('ui.reload')}
      </button>
    </div>
  );
}

/** Starts a load before it is needed. A failure is told where the part is used. */
export const preload = (load: () => Promise<unknown>): void => void load().catch(() => null);

// Every page has parts that load later, so what stands in for one loads later too, but before a part can be missing.
if (typeof window !== 'undefined') {
  const preloadSubstitute = () => preload(loadSubstitute);
  if (document.readyState === 'complete') preloadSubstitute();
  else window.addEventListener('load', preloadSubstitute, { once: true });
}
