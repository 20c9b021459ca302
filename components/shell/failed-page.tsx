'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';

export type FailedPageProps = { error: Error & { digest?: string }; reset: () => void };

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
          <CopyButton value={error.digest} label={t('copyIncident')} />
        </p>
      ) : null}
      <Button look="primary" className="mt-2" onClick={reset}>
        {t('action')}
      </Button>
    </div>
  );
}
