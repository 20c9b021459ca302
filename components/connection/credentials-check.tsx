'use client';
'use no memo';

import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useCheck } from '#components/connection/use-check.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';

// What a check told is drawn after a click, so its code comes then.
const CheckResult = lazyWithRetry(async () => ({
  default: (await import('#components/connection/check-result.tsx')).CheckResult,
}));

/** A harmless read with the key, and what it told. */
export function CredentialsCheck({ appName }: { appName: string }) {
  const t = useTranslations('connection.check');
  const problemText = useProblemText();
  const { busy, result, check } = useCheck();
  return (
    <Card aria-labelledby="credentials-check" className="grid justify-items-start gap-3 p-5">
      <div>
        <h2 id="credentials-check" className="mb-1 font-semibold">
          {t('title')}
        </h2>
        <p className="max-w-prose text-ink-2 text-pretty">{t('text', { app: appName })}</p>
      </div>
      {result?.ok ? (
        <Suspense>
          <CheckResult check={result.value} appName={appName} />
        </Suspense>
      ) : null}
      {result && !result.ok ? (
        <Notice tone="bad" role="alert" className="w-full">
          {problemText(result.problem)}
        </Notice>
      ) : null}
      <Button busy={busy} onClick={check}>
        {t(result ? 'again' : 'action')}
      </Button>
    </Card>
  );
}
