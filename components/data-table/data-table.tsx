'use client';

import { clsx } from 'clsx';
import type { MouseEvent } from 'react';
import type { Column } from '#components/data-table/column.ts';

type DataTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen: (row: Row) => void;
  /** The row whose entry is open. */
  openKey?: string | undefined;
  /** Other rows are on their way; these are the old ones. */
  stale?: boolean;
};

/** True for a click that means something of its own: on a control, or at the end of selecting text. */
function isTaken(event: MouseEvent<HTMLElement>): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const selected = window.getSelection();
  return (
    event.defaultPrevented ||
    target?.closest('a, button, input, [popover]') !== null ||
    (selected?.type === 'Range' && selected.containsNode(event.currentTarget, true))
  );
}

/**
 * A real table whose rows become cards where it is narrow. Plain markup, not TanStack Table: columns are fixed and
 * the server filters, sorts and pages, so the library would bring 12 kB and no feature.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, stale = false } = props;
  return (
    <div className="@container" aria-busy={stale}>
      <table className="w-full table-fixed border-collapse text-start @max-3xl:block">
        <caption className="sr-only">{props.caption}</caption>
        <thead className="border-b border-line text-xs text-ink-3 @max-3xl:sr-only">
          <tr>
            {columns.map(({ id, header, width }) => (
              <th
                key={id}
                scope="col"
                className={clsx('px-3 py-2 text-start font-medium first:ps-5 last:pe-5', width)}
              >
                {header}
              </th>
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
  );
}

function DataRow<Row>({ row, columns, rowKey, onOpen, openKey }: DataTableProps<Row> & { row: Row }) {
  return (
    // The keyboard opens the row by the link in one of its cells.
    <tr
      onClick={(event) => {
        if (!isTaken(event)) onOpen(row);
      }}
      className={clsx(
        'group/row cursor-pointer border-b border-line last:border-b-0 hover:bg-hover/60',
        'has-[[data-row-link]:focus-visible]:bg-accent-soft',
        '@max-3xl:grid @max-3xl:gap-1.5 @max-3xl:px-4 @max-3xl:py-3',
        rowKey(row) === openKey && 'bg-accent-soft',
      )}
    >
      {columns.map(({ id, cell, card }) => (
        <td
          key={id}
          className={clsx(
            'h-15 px-3 py-2.5 align-top first:ps-5 last:pe-5',
            '@max-3xl:block @max-3xl:h-auto @max-3xl:min-w-0 @max-3xl:p-0!',
            card,
          )}
        >
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
