'use client';

import type { ReactNode } from 'react';
import { FilterChips } from '#components/filters/filter-chips.tsx';

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
export function ListSummary<Name extends string>({ count, children, ...chips }: ListSummaryProps<Name>) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1.5">
      <p role="status" className="figures me-2 text-sm text-ink-2">
        {count}
      </p>
      <FilterChips {...chips} />
      {children}
    </div>
  );
}
