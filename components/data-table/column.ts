import type { ReactNode } from 'react';

/** One column: how wide it is, what stands in its head, and how a row fills it. */
export type Column<Row> = {
  id: string;
  header: ReactNode;
  /** Width of the column as a class; columns without one share what is left. */
  width?: string;
  /** Where the cell stands when the row is a card. */
  card?: string;
  cell: (row: Row) => ReactNode;
};
