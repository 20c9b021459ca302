'use client';

import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-class.ts';

export type FailedPageProps = { error: Error & { digest?: string }; reset: () => void };

/**
 * Next loads this page with every other, in case it fails; so it brings little. What cannot be loaded here must not
 * fail in its turn.
 */
const CopyButton = lazy(async () => {
  try {
    return { default: (await import('#components/ui/copy-button.tsx')).CopyButton };
  } catch {
    return { default: () => <></> };
  }
});

/** An error nobody expected: no detail, an id that finds it in the log, and a way to try again. */
export function FailedPage({ error, reset }: FailedPageProps) {
  const t = useTranslations('shell.failed');
  return (
    <div className="mx-auto grid max-w-xl justify-items-start gap-3 px-4 py-16 sm:py-24">
      <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
      <p className="text-lg text-ink-2">{t('text')}</p>
      {error.digest ? (
        <p className="flex items-center gap-1 text-sm text-ink-2">
          {t('incident')}: <code className="font-mono">{error.digest}</code>
          <Suspense>
            <CopyButton value={error.digest} label={t('copyIncident')} />
          </Suspense>
        </p>
      ) : null}
      <button type="button" className={buttonClass('primary', 'md', 'mt-2')} onClick={reset}>
        {t('action')}
      </button>
    </div>
  );
}
