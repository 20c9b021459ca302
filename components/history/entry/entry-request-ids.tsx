'use client';

import { useTranslations } from 'use-intl';
import { RequestId } from '#components/ui/request-id.tsx';
import { EntrySection, Fact, Facts } from '#components/ui/section.tsx';
import type { AttemptView } from '#lib/bindings/view.ts';

/** The provider's name for each request, which its support asks for first. Never invented. */
export function EntryRequestIds({ attempts }: { attempts: AttemptView[] }) {
  const t = useTranslations('restore.entry');
  const given = attempts.flatMap(({ n, requestId }) => (requestId === null ? [] : [{ n, requestId }]));
  return (
    <EntrySection title={t('requestIds')}>
      {given.length === 0 ? <p className="text-sm text-ink-2">{t('noRequestId')}</p> : null}
      <Facts>
        {given.map(({ n, requestId }) => (
          <Fact key={n} name={t('requestN', { n })}>
            <RequestId value={requestId} />
          </Fact>
        ))}
      </Facts>
    </EntrySection>
  );
}
