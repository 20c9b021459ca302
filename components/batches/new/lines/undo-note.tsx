'use client';

import { useTranslations } from 'use-intl';
import { LeftOutCounts, useUndoSentence } from '#components/batches/undo-counts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import type { UndoPlan } from '#lib/batches/view.ts';

/** What of a batch these lines put back, and what stays out and why, before anything is sent. */
export function UndoNote({ plan }: { plan: UndoPlan }) {
  const t = useTranslations('undo');
  const sentence = useUndoSentence();
  const { leftOut, unknown } = plan;
  return (
    <Notice tone={leftOut.length > 0 ? 'warn' : 'info'} role="status" title={sentence(plan)}>
      {unknown > 0 ? <p>{t('unknown', { count: unknown })}</p> : null}
      <LeftOutCounts counts={plan} />
      {leftOut.length > 0 ? (
        <details className="mt-1.5">
          <summary className="w-fit rounded-sm pointer-coarse:min-h-11">{t('which')}</summary>
          <dl className="figures mt-1 grid gap-2">
            {leftOut.map(({ why, count, lines }) => (
              <div key={why}>
                <dt className="font-medium text-ink">{t(`leftOut.${why}`, { count })}</dt>
                {lines.map(({ line, number }) => (
                  <dd key={line}>
                    <span>{t('line', { line })}</span> <NumberText number={number} />
                  </dd>
                ))}
                {count > lines.length ? <dd>{t('more', { count: count - lines.length })}</dd> : null}
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </Notice>
  );
}
