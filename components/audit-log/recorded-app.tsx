'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'app' }>['details'];

/** What was done to an app, under which id, and its name before where that was another one. */
export function RecordedApp({ details: { act, appId, old, new: name } }: { details: Details }) {
  const t = useTranslations('auditLog');
  return (
    <>
      <p>{t(`app.${act}`, { old: old ?? '', name })}</p>
      <p className="figures text-sm text-ink-2">{t('appId', { id: appId })}</p>
    </>
  );
}
