'use client';

import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { ExportPlace } from '#lib/server/export-queue.ts';

/** What a recorded export waits for. `lost`: the server did not say where it stands the last time it was asked. */
export function ExportWaiting({ place, lost }: { place: ExportPlace; lost: boolean }) {
  const t = useTranslations('auditLog.export');
  const { writing, ahead, own } = place;
  return (
    <Notice role="status" title={t('waiting')}>
      <p>{lost ? t('waitingLost') : own ? t('waitingOwn') : t('waitingWriting', { writing })}</p>
      {lost || own ? null : <p>{t('waitingAhead', { ahead })}</p>}
      <p className="mt-1.5">{t('waitingStay')}</p>
    </Notice>
  );
}
