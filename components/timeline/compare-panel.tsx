'use client';

import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/data-table/load-error.tsx';
import { CompareTable } from '#components/timeline/compare-table.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { binding } from '#lib/history/cache.ts';

type ComparePanelProps = {
  /** Two bindings of the number, wherever in its timeline they stand. */
  chosen: readonly string[];
  onClear: () => void;
  titleRef: Ref<HTMLHeadingElement>;
};

/** The chosen changes side by side, the earlier one first. */
export default function ComparePanel({ chosen, onClear, titleRef }: ComparePanelProps) {
  const t = useTranslations('number.compare');
  const queries = useQueries({ queries: chosen.map((id) => binding(id)) });
  const failed = queries.find(({ isError }) => isError);
  const [older, newer] = queries
    .flatMap(({ data }) => data ?? [])
    .toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
  return (
    <Card aria-labelledby="number-compare" className="grid gap-2 px-5 py-4">
      <div className="flex items-center justify-between gap-3">
        <h2 id="number-compare" ref={titleRef} tabIndex={-1} className="text-sm font-semibold text-ink">
          {t('title')}
        </h2>
        <Button look="quiet" size="icon" aria-label={t('clear')} title={t('clear')} onClick={onClear}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {older && newer ? (
        <CompareTable older={older} newer={newer} />
      ) : failed?.error ? (
        <LoadError error={failed.error} hasRows={false} onRetry={() => failed.refetch()} />
      ) : (
        <div role="status">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-40 w-full" />
        </div>
      )}
    </Card>
  );
}
