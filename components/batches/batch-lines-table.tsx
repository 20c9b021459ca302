'use client';

import { useTranslations } from 'use-intl';
import { BatchLineRow, BatchRowToCome } from '#components/batches/batch-line-row.tsx';
import type { RowRange } from '#components/data-table/visible-rows.ts';
import type { BatchLineView, BatchView } from '#lib/batches/view.ts';

type BatchLinesTableProps = {
  batch: BatchView;
  lines: readonly BatchLineView[];
  /** Rows that are still to be read: their room is kept, so that the scroll bar tells the truth. */
  toCome: number;
  sight: RowRange & { rowPx: number };
  watch: (list: HTMLElement | null) => void;
};

/** A real table of which only the rows in sight are drawn, each of the same height; cards where it is narrow. */
export function BatchLinesTable({ batch, lines, toCome, sight, watch }: BatchLinesTableProps) {
  const t = useTranslations('batches.lines');
  const names = useTranslations('history.table');
  const count = lines.length + toCome;
  const first = Math.min(sight.first, count);
  const end = Math.min(sight.end, count);
  const columns = [
    { name: t('line'), width: 'w-20' },
    { name: names('number'), width: 'w-56' },
    { name: names('change'), width: '' },
    { name: names('outcome'), width: 'w-72' },
    { name: names('request'), width: 'w-44' },
  ];
  return (
    <table
      aria-rowcount={count + 1}
      className="w-full table-fixed border-separate border-spacing-0 text-start [--row:3.75rem] @max-3xl:block @max-3xl:[--row:10.5rem] pointer-coarse:[--row:6rem] @max-3xl:pointer-coarse:[--row:14rem]"
    >
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="text-xs text-ink-3 @max-3xl:sr-only">
        <tr aria-rowindex={1}>
          {columns.map(({ name, width }) => (
            <th
              key={name}
              scope="col"
              className={`${width} border-b border-line px-3 py-2 text-start font-medium whitespace-nowrap first:ps-5 last:pe-5`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={watch} className="@max-3xl:block">
        <Room rows={first} rowPx={sight.rowPx} />
        {lines.slice(first, end).map((line, place) => (
          <BatchLineRow key={line.line} batch={batch} line={line} rowIndex={first + place + 2} />
        ))}
        {Array.from({ length: Math.max(0, end - Math.max(first, lines.length)) }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
          <BatchRowToCome key={place} />
        ))}
        <Room rows={count - end} rowPx={sight.rowPx} />
      </tbody>
    </table>
  );
}

/** The room of rows that are not drawn. An attribute, for the page's policy lets no style through that the server writes. */
function Room({ rows, rowPx }: { rows: number; rowPx: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden className="@max-3xl:block">
      <td colSpan={5} height={Math.round(rows * rowPx)} className="p-0 @max-3xl:block" />
    </tr>
  );
}
