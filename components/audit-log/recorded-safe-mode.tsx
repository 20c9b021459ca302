'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'setback' }>['details'];

/** Which notice was taken away. */
export function RecordedSetback({ details: { setback, since, numbers } }: { details: Details }) {
  const t = useTranslations('auditLog.did');
  return (
    <p>
      <Sentence>{t.rich(`setback.${setback}`, { count: numbers, time: () => <Time at={since} /> })}</Sentence>
    </p>
  );
}
