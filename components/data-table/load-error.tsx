'use client';
'use no memo';

import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProblemError } from '#lib/client/fetch-json.ts';
import { problem } from '#lib/domain/problem.ts';
import { paths } from '#lib/paths.ts';

type LoadErrorProps = {
  /** What could not be loaded; history when nothing else is said. */
  title?: string;
  error: Error;
  hasRows: boolean;
  onRetry: () => Promise<unknown>;
};

/** What failed and the way on. Signed out, the way on is sign-in and back to this very view. */
export function LoadError({ title, error, hasRows, onRetry }: LoadErrorProps) {
  const t = useTranslations('history.error');
  const sentence = useTranslations('problems');
  const query = useSearchParams().toString();
  const path = usePathname();
  const { code, params } = error instanceof ProblemError ? error.problem : problem('unexpected');
  const isSignedOut = code === 'signed_out';
  const incident = params?.incident;
  // The page also tries again by itself; the button is busy only for the person who pressed it.
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    await onRetry();
    setBusy(false);
  };

  const wayOn = isSignedOut ? (
    <a href={paths.signIn(query ? `${path}?${query}` : path)} className={buttonClass('primary', 'sm')}>
      {t('signIn')}
    </a>
  ) : (
    <Button size="sm" busy={busy} onClick={retry}>
      {busy ? t('retrying') : t('retry')}
    </Button>
  );

  return (
    <div className="p-3">
      <Notice
        tone={isSignedOut ? 'warn' : 'bad'}
        role="alert"
        title={isSignedOut ? t('signedOutTitle') : (title ?? t('title'))}
        actions={
          <>
            {wayOn}
            {incident === undefined ? null : (
              <CopyButton value={String(incident)} label={t('copyIncident')} labelled />
            )}
          </>
        }
      >
        <p>{isSignedOut ? t('signedOut') : sentence(code, { incident: '–', ...params })}</p>
        {hasRows ? <p>{t('kept')}</p> : null}
      </Notice>
    </div>
  );
}
