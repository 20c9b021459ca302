'use client';

import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Suspense } from 'react';
import type { Column, Resizing } from '#components/data-table/column.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';

const ResizeHandle = lazyWithRetry(
  async () => ({ default: (await import('#components/data-table/resize-handle.tsx')).ResizeHandle }),
  'none',
);

type HeadCellProps<Row> = {
  column: Column<Row>;
  /** Undefined until somebody comes near the heads: the edges' code is loaded for them. */
  resizing?: Resizing | undefined;
};

/** Where rows are cards, the heads that sort stand in one line above them; the others are only read aloud. */
export function HeadCell<Row>({ column, resizing }: HeadCellProps<Row>) {
  const { header, width, widthPx, sort, headInCards } = column;
  return (
    <th
      scope="col"
      aria-sort={sort?.order ?? undefined}
      className={clsx(
        'group/head relative px-3 py-2 text-start font-medium first:ps-5 last:pe-5',
        sort || headInCards ? '@max-3xl:block @max-3xl:w-auto! @max-3xl:px-0!' : '@max-3xl:sr-only',
        widthPx === undefined && width,
      )}
    >
      {sort ? <SortButton {...sort}>{header}</SortButton> : <span>{header}</span>}
      {resizing ? (
        <Suspense>
          <ResizeHandle column={column} resizing={resizing} />
        </Suspense>
      ) : null}
    </th>
  );
}

type SortButtonProps = NonNullable<Column<unknown>['sort']> & { children: React.ReactNode };

function SortButton({ order, onSort, children }: SortButtonProps) {
  const Arrow = order === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={onSort}
      className="group/sort -mx-1.5 -my-1 inline-flex min-h-6 max-w-full items-center gap-1 whitespace-nowrap rounded-sm px-1.5 text-start hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
    >
      <span className="contents">{children}</span>
      <Arrow
        aria-hidden
        className={clsx(
          'size-3.5 shrink-0',
          order === null && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  );
}
