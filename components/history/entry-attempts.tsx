'use client';

import { useTranslations } from 'use-intl';
import { EntryAttempt } from '#components/history/entry-attempt.tsx';
import { EntrySection } from '#components/history/entry-section.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { AttemptView } from '#lib/bindings/view.ts';

/** Requests on the wire in the order they were made; grey while only the row is known. */
export function EntryAttempts({ attempts, count }: { attempts: AttemptView[] | undefined; count: number }) {
  const t = useTranslations('history.entry');
  return (
    <EntrySection title={t('attempts', { count: attempts?.length ?? count })}>
      {attempts ? (
        <ol className="grid gap-2">
          {attempts.map((attempt) => (
            <EntryAttempt key={attempt.n} attempt={attempt} />
          ))}
        </ol>
      ) : (
        <Skeleton className="h-28 w-full" />
      )}
    </EntrySection>
  );
}
