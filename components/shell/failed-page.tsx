'use client';
'use no memo';

import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { lazyOrNothing } from '#components/ui/lazy/lazy-or-nothing.ts';
import { isMissingPart } from '#components/ui/lazy/missing-chunk.ts';
import { mainPaths } from '#lib/main-paths.ts';

// Next loads this page with every other, in case it fails; so it brings little.
const CopyButton = lazyOrNothing(async () => ({
  default: (await import('#components/ui/copy-button.tsx')).CopyButton,
}));

export type FailedPageProps = { error: unknown; retry: () => void };

/**
 * An error that nobody expected: no detail, an id that finds it in the log, and a way on. It knows nothing of what was
 * under way, so it claims nothing about it. The link is no next/link: it also works where the router is what failed.
 */
export function FailedPage({ error, retry }: FailedPageProps) {
  const t = useTranslations('shell.failed');
  const shared = useTranslations('ui');
  const isMissing = isMissingPart(error);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return (
    <div className="mx-auto grid max-w-xl justify-items-start gap-3 px-4 py-16 sm:py-24">
      <h1 className="text-2xl font-semibold tracking-tight">{t(isMissing ? 'missing' : 'title')}</h1>
      <p className="text-lg text-ink-2 text-pretty">{t(isMissing ? 'missingText' : 'text')}</p>
      <p className="text-ink-2 text-pretty">{t('maybeSent')}</p>
      {digest ? (
        <p className="flex items-center gap-1 text-sm text-ink-2">
          <span>
            <span>{`${t('incident')}: `}</span>
            <code className="font-mono">{digest}</code>
          </span>
          <Suspense>
            <CopyButton value={digest} label={t('copyIncident')} />
          </Suspense>
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <button
          type="button"
          className={buttonClass('primary', 'md')}
          // A part of the old page that did not arrive is not asked for again by the router.
          onClick={isMissing ? () => window.location.reload() : retry}
        >
          {isMissing ? shared('reload') : t('action')}
        </button>
        <a href={mainPaths.history} className={buttonClass('plain', 'md')}>
          {t('history')}
        </a>
      </div>
    </div>
  );
}
