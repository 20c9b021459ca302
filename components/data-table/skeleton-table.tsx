'use no memo';

import { clsx } from 'clsx';
import type { Column } from '#components/data-table/column.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';

const rows = ['1', '2', '3', '4', '5', '6', '7', '8'];

type SkeletonTableProps<Row> = {
  columns: readonly Column<Row>[];
  label: string;
  pictured: boolean;
  density?: 'comfortable' | 'compact';
};

/** Rows to come, of the size of real ones; only their room while not `pictured`. */
export function SkeletonTable<Row>(props: SkeletonTableProps<Row>) {
  return (
    <div className={props.pictured ? '@container' : '@container invisible'}>
      <p role="status" className="sr-only">
        {props.label}
      </p>
      <div aria-hidden>
        <div
          className={clsx(
            'h-9 border-b border-line',
            !props.columns.some(({ sort, headInCards }) => sort ?? headInCards) && '@max-3xl:hidden',
          )}
        />
        {rows.map((row) => (
          <div
            key={row}
            className={clsx(
              'flex items-start gap-6 border-b border-line px-5 @max-3xl:h-36 @max-3xl:py-3',
              props.density === 'compact' ? 'h-11 py-1' : 'h-15 py-3',
            )}
          >
            {props.columns.map(({ id, width }) => (
              <div key={id} className={width ?? 'flex-1'}>
                <Skeleton className="h-4 w-3/4" />
                <Skeleton className="mt-2 h-3 w-1/2" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
