'use client';

import { useTranslations } from 'use-intl';
import { RecordLink } from '#components/records/record-link.tsx';
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
          <RecordLink href={paths.batch(batchId)}>{t('batch')}</RecordLink>
        </p>
      )}
    </>
  );
}
