'use client';

import { useTranslations } from 'use-intl';
import type { EventView } from '#lib/events/view.ts';
import { paths } from '#lib/paths.ts';

type Details = Extract<EventView, { kind: 'denied' }>['details'];

/** What somebody tried to do with a batch and may not. The batch they named may be none. */
export function RecordedDenied({ details: { act, lines, batchId } }: { details: Details }) {
  const t = useTranslations('records');
  return (
    <>
      <p>{t(`denied.${act}`, { count: lines ?? 0 })}</p>
      {batchId === null ? null : (
        <p className="text-sm">
          <a
            href={paths.batch(batchId)}
            className="rounded-sm text-accent underline underline-offset-3 hover:text-accent-hover"
          >
            {t('batch')}
          </a>
        </p>
      )}
    </>
  );
}
