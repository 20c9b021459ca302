import type { ReactNode } from 'react';

export type Resizing = {
  /** Bounds in px. */
  least: number;
  most: number;
  label: (id: string) => string;
  /** The width in words. */
  text: (px: number) => string;
  /** Null: as wide as it was at first. */
  onResize: (id: string, px: number | null) => void;
};

/** One column: how wide it is, what stands in its head, and how a row fills it. */
export type Column<Row> = {
  id: string;
  header: ReactNode;
  /** Width of the column as a class; columns without one share what is left. */
  width?: string;
  /** A width in px instead, chosen by a person. */
  widthPx?: number | undefined;
  /** Below this a table of many columns scrolls instead of squeezing it further, in px. */
  leastPx?: number;
  /** Where the cell stands when the row is a card. */
  card?: string;
  /** The head stands beside the value when the row is a card. */
  labelled?: boolean;
  /** The head stands above the rows when they are cards; otherwise only heads that sort do. */
  headInCards?: true;
  /** Present: a click on the head sorts by this column. */
  sort?: { order: 'ascending' | 'descending' | null; onSort: () => void };
  cell: (row: Row) => ReactNode;
};

export type DataTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen: (row: Row) => void;
  /** The row whose entry is open. */
  openKey?: string | undefined;
  /** Other rows are on their way; these are the old ones. */
  stale?: boolean;
  density?: 'comfortable' | 'compact';
  /** Rows that step back behind those that have just come. */
  isOld?: (row: Row) => boolean;
  /** Present: columns can be made wider and narrower. */
  resizing?: Resizing;
};
