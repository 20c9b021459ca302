'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/data-table/load-error.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ProblemError } from '#lib/client/fetch-json.ts';

type EntryMissingProps = { error: Error; onRetry: () => Promise<unknown> };

/** No entry to show: there is none (or none for this viewer, told in the same words), or it could not be loaded. */
export function EntryMissing({ error, onRetry }: EntryMissingProps) {
  const t = useTranslations('history.entry');
  const missing =
    error instanceof ProblemError && ['not_found', 'forbidden', 'invalid_input'].includes(error.problem.code);
  if (!missing) return <LoadError error={error} hasRows={false} onRetry={onRetry} />;
  return (
    <EmptyState title={t('missingTitle')}>
      <p>{t('missingText')}</p>
    </EmptyState>
  );
}
