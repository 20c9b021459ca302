'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import type { DataTableProps } from '#components/data-table/column.ts';
import { DataRow } from '#components/data-table/data-row.tsx';
import { HeadCell } from '#components/data-table/head-cell.tsx';

/**
 * A real table whose rows become cards where it is narrow. Plain markup, not TanStack Table: the server filters, sorts
 * and pages, and choosing, ordering and sizing columns is a list of names and numbers; see decisions/plain-table.md.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, stale = false, density = 'comfortable' } = props;
  const leastPx = columns.reduce((sum, { widthPx, leastPx = 0 }) => sum + (widthPx ?? leastPx), 0);
  const scrolls = leastPx > squeezedPx;
  const [isNear, setNear] = useState(false);
  const comeNear = () => setNear(true);
  return (
    <div className="@container" aria-busy={stale}>
      {/* Many columns scroll in here, never the page. */}
      <div className={clsx(scrolls && 'overflow-x-auto @max-3xl:overflow-x-visible')}>
        {/* Widths are attributes: the page's policy lets no style through that the server writes. */}
        <table
          width={scrolls ? leastPx : undefined}
          data-density={density}
          className={clsx(
            'group/table table-fixed border-collapse text-start @max-3xl:block @max-3xl:w-full',
            scrolls ? 'min-w-full' : 'w-full',
          )}
        >
          <caption className="sr-only">{props.caption}</caption>
          <colgroup>
            {columns.map(({ id, widthPx }) => (
              <col key={id} data-column={id} width={widthPx} />
            ))}
          </colgroup>
          <thead
            onPointerEnter={comeNear}
            onFocus={comeNear}
            className={clsx(
              'border-b border-line text-xs text-ink-3',
              columns.some(({ sort, headInCards }) => sort ?? headInCards)
                ? '@max-3xl:block'
                : '@max-3xl:sr-only',
            )}
          >
            <tr className="@max-3xl:flex @max-3xl:flex-wrap @max-3xl:gap-x-4 @max-3xl:px-4">
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} resizing={isNear ? props.resizing : undefined} />
              ))}
            </tr>
          </thead>
          <tbody className={clsx('transition-opacity @max-3xl:block', stale && 'opacity-50')}>
            {props.rows.map((row) => (
              <DataRow key={props.rowKey(row)} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Up to here columns are squeezed where there is less room, in px: the narrowest table that is no list of cards is 768 wide. */
const squeezedPx = 1100;
