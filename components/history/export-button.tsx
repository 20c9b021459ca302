'use client';
'use no memo';

import { Download } from 'lucide-react';
import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ExportProps } from '#components/history/export-question.tsx';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry, preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { announce } from '#components/ui/live-region.tsx';

const loadDialog = () => import('#components/history/export-dialog.tsx');
const ExportDialog = lazyWithRetry(async () => ({ default: (await loadDialog()).ExportDialog }), 'over');

/** Takes out the rows that history shows. The question's code comes when somebody is about to ask it. */
export function ExportButton(props: ExportProps) {
  const t = useTranslations('auditLog.export');
  const [open, setOpen] = useState(false);
  const [started, setStarted] = useState(0);
  const say = useEffectEvent(() => announce(t('started')));
  // After the dialog is gone: while it stands, only what is said inside it is heard.
  useEffect(() => {
    if (started > 0) say();
  }, [started]);
  const start = () => {
    setOpen(false);
    setStarted((count) => count + 1);
  };
  return (
    <>
      <Button
        size="sm"
        className="ms-auto"
        aria-haspopup="dialog"
        onPointerEnter={() => preload(loadDialog)}
        onFocus={() => preload(loadDialog)}
        onClick={() => setOpen(true)}
      >
        <Download aria-hidden className="size-3.5" />
        <span>{t('button')}</span>
      </Button>
      {open ? (
        <Suspense>
          <ExportDialog {...props} onClose={() => setOpen(false)} onStarted={start} />
        </Suspense>
      ) : null}
    </>
  );
}
