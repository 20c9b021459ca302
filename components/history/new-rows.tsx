'use client';

import { Suspense } from 'react';
import type { NewRowsProps } from '#components/history/offer-button.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';

const OfferButton = lazyWithRetry(() => import('#components/history/offer-button.tsx'), 'none');

/**
 * "3 new" at the top edge of the table, also while it is scrolled. It takes no room, so nothing moves when it comes,
 * and it is announced, since nothing else tells a screen reader.
 */
export function NewRows(props: NewRowsProps) {
  return (
    <div role="status" className="pointer-events-none sticky top-8 z-30 flex h-0 justify-center">
      {props.offer.count > 0 ? (
        <Suspense>
          <OfferButton {...props} />
        </Suspense>
      ) : null}
    </div>
  );
}
