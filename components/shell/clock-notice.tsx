'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

const seenKey = 'patchboard-clock-seen';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** In the unit that it is read in: 19 minutes, 3 hours, 2 days. */
function amountOf(ms: number): { count: number; unit: 'minutes' | 'hours' | 'days' } {
  if (ms < 2 * hourMs) return { count: Math.round(ms / minuteMs), unit: 'minutes' };
  if (ms < 2 * dayMs) return { count: Math.round(ms / hourMs), unit: 'hours' };
  return { count: Math.round(ms / dayMs), unit: 'days' };
}

function wasSeen(): boolean {
  try {
    return sessionStorage.getItem(seenKey) !== null;
  } catch {
    return false;
  }
}

/** That this computer's clock is wrong, over the page's lower edge so that nothing moves; once a tab. */
export default function ClockNotice({ aheadMs }: { aheadMs: number }) {
  const t = useTranslations('shell.clock');
  const shared = useTranslations('ui.dialog');
  const [closed, setClosed] = useState(wasSeen);
  if (closed) return null;
  const close = () => {
    setClosed(true);
    try {
      sessionStorage.setItem(seenKey, '1');
    } catch {
      // Storage can be forbidden: then the next page says it again.
    }
  };
  const { count, unit } = amountOf(Math.abs(aheadMs));
  return (
    <Notice
      tone="warn"
      role="status"
      title={t(`${aheadMs > 0 ? 'behind' : 'ahead'}.${unit}`, { count })}
      className="fixed inset-x-3 bottom-3 z-40 ms-auto max-w-[26rem] bg-raised! shadow-lift"
      actions={
        <Button size="sm" onClick={close}>
          {shared('close')}
        </Button>
      }
    >
      {t('text')}
    </Notice>
  );
}
