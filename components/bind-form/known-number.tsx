'use client';

import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import type { KnownNumberView } from '#lib/bind-number/view.ts';

// Most numbers are normal, and the list stays shut for most people.
const ProviderBadge = lazyWithRetry(
  async () => ({ default: (await import('#components/binding/provider-badge.tsx')).ProviderBadge }),
  'none',
);

/** A number as it is suggested, with what tells it from others. */
export function KnownText({ known: { number, url, label, state, code } }: { known: KnownNumberView }) {
  const t = useTranslations('numberState.label');
  return (
    <>
      <NumberText number={number} className="font-mono" />
      {state === 'normal' || state === 'unread' ? null : (
        <Suspense>
          <ProviderBadge state={state} code={code} />
        </Suspense>
      )}
      {label === 'set' ? null : <span className="text-ink-3">{t(label)}</span>}
      {url === null ? null : <span className="break-all text-ink-3">{url}</span>}
    </>
  );
}
