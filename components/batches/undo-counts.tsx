'use client';

import { useTranslations } from 'use-intl';
import type { UndoCounts } from '#lib/domain/undo-plan.ts';

/** How many lines of a batch can be put back, in one sentence. */
export function useUndoSentence(): (counts: UndoCounts) => string {
  const t = useTranslations('undo');
  return ({ total, restorable }) =>
    restorable === 0 ? t('none') : t(restorable === total ? 'all' : 'some', { total, restorable });
}

/** Why the other lines stay out, each reason with how many; `removed`: restorable ones that a person took out. */
export function LeftOutCounts({ counts, removed = 0 }: { counts: UndoCounts; removed?: number }) {
  const t = useTranslations('undo');
  const reasons = [
    ...counts.leftOut.map(({ why, count }) => ({ key: why, text: t(`leftOut.${why}`, { count }) })),
    ...(removed > 0 ? [{ key: 'removed', text: t('removed', { count: removed }) }] : []),
  ];
  if (reasons.length === 0) return null;
  return (
    <ul className="figures list-inside list-disc text-sm text-ink-2 marker:text-ink-3">
      {reasons.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
