'use client';

import { useTranslations } from 'use-intl';

type TimelinePickProps = { time: string; chosen: boolean; onChoose: () => void };

/** Chooses an entry for comparison. */
export function TimelinePick({ time, chosen, onChoose }: TimelinePickProps) {
  const t = useTranslations('number.timeline');
  return (
    <label className="ms-auto inline-flex min-h-6 items-center gap-1.5 text-sm text-ink-2 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={chosen}
        onChange={onChoose}
        className="size-4 accent-accent pointer-coarse:size-6"
      />
      <span>
        <span>{t('compare')}</span>
        <span className="sr-only">{` ${t('compareOf', { time })}`}</span>
      </span>
    </label>
  );
}
