'use client';
'use no memo';

import { Suspense, useState, useSyncExternalStore } from 'react';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { noteServerTime, onServerTime, serverAheadMs } from '#lib/clock.ts';

const ClockNotice = lazyWithRetry(() => import('#components/shell/clock-notice.tsx'), 'none');

/** A smaller difference is corrected without a word. */
const toldFromMs = 60_000;

/**
 * Takes the server's time from the document it wrote, and tells when this computer's clock is far from it. Stands before
 * the page, whose parts may ask for the time as they are drawn.
 */
export function ClockWatch({ serverMs }: { serverMs: number }) {
  // Once: a later `serverMs` comes with an answer that is not the document's.
  useState(() => noteDocument(serverMs));
  const aheadMs = useSyncExternalStore(onServerTime, serverAheadMs, () => 0);
  if (Math.abs(aheadMs) < toldFromMs) return null;
  return (
    <Suspense>
      <ClockNotice aheadMs={aheadMs} />
    </Suspense>
  );
}

function noteDocument(statedMs: number): void {
  if (typeof window === 'undefined') return;
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!page) return;
  const { timeOrigin } = performance;
  noteServerTime({
    statedMs,
    askedMs: timeOrigin + page.requestStart,
    gotMs: timeOrigin + page.responseStart,
  });
}
