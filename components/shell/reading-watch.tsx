'use client';
'use no memo';

import { Suspense, useSyncExternalStore } from 'react';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { onReadingWait, readingWaitUntil } from '#lib/client/reading-wait.ts';

const ReadingNotice = lazyWithRetry(() => import('#components/shell/reading-notice.tsx'), 'none');

/** Says when the next rows will load by themselves, after a person has read more rows than the limit. */
export function ReadingWatch() {
  const untilMs = useSyncExternalStore(onReadingWait, readingWaitUntil, () => 0);
  if (untilMs === 0) return null;
  return (
    <Suspense>
      <ReadingNotice untilMs={untilMs} />
    </Suspense>
  );
}
