'use client';

import { useTranslations } from 'use-intl';
import { absoluteTime } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { BindingView } from '#lib/bindings/view.ts';

/** What the entry says in a sentence, as short as a row needs it; null where nothing came late. */
export function useLateNote() {
  const t = useTranslations('history.late.row');
  const zone = useViewerZone();
  const clock = (at: string): string => absoluteTime(new Date(at), zone).slice(11);
  return ({ unsettled, sentAgainAt }: Pick<BindingView, 'unsettled' | 'sentAgainAt'>): string | null => {
    if (unsettled) return t(unsettled.step, { time: clock(unsettled.until) });
    return sentAgainAt === null ? null : t('sentAgain', { time: clock(sentAgainAt) });
  };
}
