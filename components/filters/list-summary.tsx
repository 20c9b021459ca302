'use client';

import type { ReactNode } from 'react';
import { FilterChips } from '#components/filters/filter-chips.tsx';
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
export function ListSummary<Name extends string>({ count, children, ...chips }: ListSummaryProps<Name>) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1.5">
      <OneLine className="flex-1 basis-72">
        <p role="status" className="figures me-2 text-sm whitespace-nowrap text-ink-2">
          {count}
        </p>
        <FilterChips {...chips} />
      </OneLine>
      {children}
    </div>
  );
}
