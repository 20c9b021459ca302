'use client';

import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/history/load-error.tsx';
import { CompareTable } from '#components/numbers/compare-table.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { binding } from '#lib/bindings/cache.ts';
import { ProblemError } from '#lib/entry/query-client.ts';

type ComparePanelProps = {
  appId: string;
  number: string;
  /** Ids from the address: one that is not of this number has no effect. */
  chosen: readonly string[];
  onClear: () => void;
  titleRef: Ref<HTMLHeadingElement>;
};

/** The chosen changes side by side, wherever in the timeline they stand. */
export function ComparePanel({ appId, number, chosen, onClear, titleRef }: ComparePanelProps) {
  const t = useTranslations('number.compare');
  const queries = useQueries({ queries: chosen.map((id) => binding(id)) });
  const failed = queries.find(({ error }) => error && !isMissing(error));
  const foreign = queries.filter(
    ({ data, error }) =>
      (error && isMissing(error)) || (data && (data.appId !== appId || data.number !== number)),
  ).length;
  const [older, newer] = queries
    .flatMap(({ data }) => (data?.appId === appId && data.number === number ? [data] : []))
    .toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));

  if (foreign === 0 && chosen.length < 2) return null;
  return (
    <Card aria-labelledby="number-compare" className="grid gap-3 px-5 py-4">
      <div className="flex items-center justify-between gap-3">
        <h2 id="number-compare" ref={titleRef} tabIndex={-1} className="text-sm font-semibold text-ink">
          {t('title')}
        </h2>
        <Button look="quiet" size="icon" aria-label={t('clear')} title={t('clear')} onClick={onClear}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {foreign > 0 ? (
        <Notice tone="warn" role="status">
          {t('foreign', { count: foreign })}
        </Notice>
      ) : failed?.error ? (
        <LoadError error={failed.error} hasRows={false} onRetry={() => failed.refetch()} />
      ) : older && newer ? (
        <CompareTable older={older} newer={newer} />
      ) : (
        <div role="status">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-40 w-full" />
        </div>
      )}
    </Card>
  );
}

const isMissing = (error: Error): boolean =>
  error instanceof ProblemError && ['not_found', 'invalid_input'].includes(error.problem.code);
