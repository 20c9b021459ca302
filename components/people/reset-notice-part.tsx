'use client';

import { Suspense } from 'react';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import type { ResetView } from '#lib/people/view-reset.ts';

// It stands after a reset and hardly ever else.
const ResetNotice = lazyWithRetry(async () => ({
  default: (await import('#components/people/reset-notice.tsx')).ResetNotice,
}));

export function ResetNoticePart({ resets }: { resets: readonly ResetView[] }) {
  return (
    <Suspense>
      <ResetNotice resets={resets} />
    </Suspense>
  );
}
