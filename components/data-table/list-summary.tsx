'use client';
'use no memo';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FilterChips } from '#components/data-table/filter-chips.tsx';
import { Button } from '#components/ui/button.tsx';
import { OneLine } from '#components/ui/one-line.tsx';

type ListSummaryProps<Name extends string> = {
  /** How many rows there are, once it is known. */
  count: string | null;
  filters: readonly { name: Name; text: string }[];
  onRemove: (name: Name) => void;
  onClear: () => void;
  /** The list's own tools. */
  children: ReactNode;
};

/** Above a list: how many rows, by which filters, and the list's tools. */
export function ListSummary<Name extends string>({
  count,
  filters,
  onRemove,
  onClear,
  children,
}: ListSummaryProps<Name>) {
  const t = useTranslations('history.chip');
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1.5">
      <div className="flex min-w-0 flex-1 basis-72 items-center gap-1">
        <OneLine>
          <p role="status" className="figures me-2 text-sm whitespace-nowrap text-ink-2">
            {count}
          </p>
          <FilterChips filters={filters} onRemove={onRemove} />
        </OneLine>
        {/* Beside the line, so that it is in sight however many chips there are. */}
        {filters.length === 0 ? null : (
          <Button look="quiet" size="sm" className="shrink-0" onClick={onClear}>
            {t('clearAll')}
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}
