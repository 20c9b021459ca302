'use client';
'use no memo';

import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useCheck } from '#components/connection/use-check.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';

// What a check told is drawn after a click, so its code comes then.
const CheckResult = lazyWithRetry(async () => ({
  default: (await import('#components/connection/check-result.tsx')).CheckResult,
}));

/** The harmless read with the key, as the Connection page offers it. */
export function SelfTest({ appName }: { appName: string }) {
  const t = useTranslations('connection.check');
  const problemText = useProblemText();
  const { busy, result, check } = useCheck();
  return (
    <div className="grid justify-items-start gap-3 border-t border-line px-5 py-4">
      <p className="text-xs text-ink-3 text-pretty">{t('text', { app: appName })}</p>
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
      <Button size="sm" busy={busy} onClick={check}>
        {t(result ? 'again' : 'action')}
      </Button>
    </div>
  );
}
