'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { CheckResult } from '#components/settings/check-result.tsx';
import { useCheck } from '#components/settings/use-check.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** A harmless read with the key, and what it told. */
export function CredentialsCheck({ appName }: { appName: string }) {
  const t = useTranslations('settings.check');
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
      {result?.ok ? <CheckResult check={result.value} appName={appName} /> : null}
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
