'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/notice.tsx';
import { monotonicMs } from '#lib/clock.ts';

/** Over the page's lower edge, so that nothing moves: what is read stays, and what was asked for comes by itself. */
export default function ReadingNotice({ untilMs }: { untilMs: number }) {
  const t = useTranslations('shell.reading');
  const left = () => Math.max(0, Math.ceil((untilMs - monotonicMs()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(
      () => setSeconds(Math.max(0, Math.ceil((untilMs - monotonicMs()) / 1000))),
      1000,
    );
    return () => clearInterval(timer);
  }, [untilMs]);
  return (
    <Notice
      tone="info"
      role="status"
      title={t('title')}
      className="fixed inset-x-3 bottom-3 z-40 ms-auto max-w-[26rem] bg-raised! shadow-lift"
    >
      <p>{t('text')}</p>
      <p className="figures" aria-hidden>
        {t('left', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
      </p>
    </Notice>
  );
}
