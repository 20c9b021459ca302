'use client';

import { clsx } from 'clsx';
import type { MouseEvent } from 'react';
import type { DataTableProps } from '#components/data-table/column.ts';

/** True for a click that means something of its own: on a control, or at the end of selecting text. */
function isTaken(event: MouseEvent<HTMLElement>): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const selected = window.getSelection();
  return (
    event.defaultPrevented ||
    target?.closest('a, button, input, label, [popover]') !== null ||
    (selected?.type === 'Range' && selected.containsNode(event.currentTarget, true))
  );
}

/** Text of an old row loses a step, but stays readable: opacity would take it below 4.5:1. */
const steppedBack =
  '[--accent:var(--ink-3)] [--ink-2:var(--ink-3)] [--ink:var(--ink-3)] bg-sunken/60 text-ink';

export function DataRow<Row>(props: DataTableProps<Row> & { row: Row }) {
  const { row, columns, rowKey, onOpen, openKey, isOld } = props;
  return (
    // The keyboard opens the row by the link in one of its cells.
    <tr
      onClick={(event) => {
        if (!isTaken(event)) onOpen(row);
      }}
      className={clsx(
        'group/row cursor-pointer border-b border-line last:border-b-0 hover:bg-hover/60',
        'has-[[data-row-link]:focus-visible]:bg-accent-soft has-checked:bg-accent-soft/60',
        '@max-3xl:grid @max-3xl:gap-1.5 @max-3xl:px-4 @max-3xl:py-3',
        rowKey(row) === openKey && 'bg-accent-soft',
        isOld?.(row) && steppedBack,
      )}
    >
      {columns.map(({ id, header, cell, card, labelled }) => (
        <td
          key={id}
          className={clsx(
            'h-15 px-3 py-2.5 align-top first:ps-5 last:pe-5',
            'group-data-[density=compact]/table:h-11 group-data-[density=compact]/table:py-0.5',
            '@max-3xl:block @max-3xl:h-auto! @max-3xl:min-w-0 @max-3xl:p-0!',
            card,
          )}
        >
          {labelled ? (
            <span aria-hidden className="hidden text-xs text-ink-3 @max-3xl:inline">
              {header}
            </span>
          ) : null}
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
