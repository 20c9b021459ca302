'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/notice.tsx';

/** One attempt ends after 10 s at the latest (lib/tencent); a slot and a repeat after "not sent" may come on top. */
const deadlineSeconds = 12;
const quietSeconds = 3;

/** Quiet at first, from 3 s on a countdown, then the truth that it takes longer. */
export function SendingCountdown() {
  const t = useTranslations('bind.dialog');
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setPassed((seconds) => seconds + 1), 1000);
    return () => window.clearInterval(timer);
  }, []);
  const left = deadlineSeconds - passed;
  const text =
    passed < quietSeconds ? t('sending') : left > 0 ? t('countdown', { seconds: left }) : t('overtime');
  return (
    <Notice>
      {/* Read out when the kind of message changes, not every second. */}
      <p role="timer" className="figures">
        {text}
      </p>
    </Notice>
  );
}
