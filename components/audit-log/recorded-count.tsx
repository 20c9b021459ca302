'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'counted' }>['details'];

/** How many further acts of a kind were counted in an hour. */
export function RecordedCount({ details, count }: { details: Details; count: number | null }) {
  const t = useTranslations('auditLog.counted');
  const more = Math.max(1, (count ?? 0) - details.limit);
  return (
    <p>
      <Sentence>{t.rich(details.scope, { count: more, time: () => <Time at={details.hour} /> })}</Sentence>
    </p>
  );
}
