import type { ColumnMap } from '#lib/batches/lines/columns.ts';
import type { SourceLine } from '#lib/batches/view.ts';
import { csvLine } from '#lib/domain/csv.ts';

/** Where the columns of `sourceText` are. */
export const sourceMap: ColumnMap = {
  hasHeader: false,
  columns: { app: 0, number: 1, numberType: 2, callbackUrl: 3 },
  headers: [],
};

/** A number that was set without a type keeps it so; one that was never set gets the type its shape suggests. */
const typeOf = ({ numberType, callbackUrl }: SourceLine): string =>
  numberType ?? (callbackUrl === null ? '' : 'none');

/** Lines of the server as the text that the worker reads: one way in for all, and cheaper to hand over than objects. */
export const sourceText = (lines: readonly SourceLine[]): string =>
  lines.map((line) => csvLine([line.appId, line.number, typeOf(line), line.callbackUrl ?? ''])).join('');
