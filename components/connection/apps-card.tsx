'use client';
'use no memo';

import { Plus } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { AppRow } from '#components/connection/app-row.tsx';
import { useApps } from '#components/connection/use-apps.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { lazyWithRetry, preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { AppView } from '#lib/connection/view.ts';

const loadDialog = () => import('#components/connection/app-question-dialog.tsx');
const AppQuestionDialog = lazyWithRetry(loadDialog, 'over');

type AppsCardProps = {
  apps: readonly AppView[];
  /** CCC_SDK_APPS names them: nobody changes them here. */
  fixed: boolean;
  mayChange: boolean;
};

/** The apps of the console: those to bind in, and the retired ones. */
export function AppsCard({ apps: initial, fixed, mayChange }: AppsCardProps) {
  const t = useTranslations('connection.apps');
  const problemText = useProblemText();
  const apps = useApps(initial);
  const changes = mayChange && !fixed;
  useEffect(() => {
    if (changes) preload(loadDialog);
  }, [changes]);
  return (
    <Card aria-labelledby="apps" className="p-5">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id="apps" className="mb-1 font-semibold">
            {t('title')}
          </h2>
          <p className="max-w-prose text-ink-2 text-pretty">{t(fixed ? 'fixed' : 'text')}</p>
        </div>
        {changes ? (
          <Button onClick={() => apps.ask({ kind: 'add' })}>
            <Plus aria-hidden className="size-4" />
            <span>{t('add')}</span>
          </Button>
        ) : null}
      </div>
      {apps.problem && !apps.question ? (
        <Notice tone="bad" role="alert" className="mb-3">
          {problemText(apps.problem)}
        </Notice>
      ) : null}
      {apps.done ? (
        <Notice tone="good" className="mb-3">
          {apps.done}
        </Notice>
      ) : null}
      {apps.apps.length === 0 ? (
        <p className="text-ink-2">{t(mayChange ? 'none' : 'noneYet')}</p>
      ) : (
        <ul aria-labelledby="apps" className="divide-y divide-line border-t border-line">
          {apps.apps.map((app) => (
            <AppRow key={app.id} app={app} apps={apps} mayChange={changes} />
          ))}
        </ul>
      )}
      {apps.question ? (
        <Suspense>
          <AppQuestionDialog apps={apps} question={apps.question} onClose={apps.close} />
        </Suspense>
      ) : null}
    </Card>
  );
}
