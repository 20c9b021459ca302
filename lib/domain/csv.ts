import { guardCell, unguardCell } from '#lib/domain/csv-cell.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** In front of the first line: without it Excel reads UTF-8 as the machine's own code page. */
export const byteOrderMark = '\ufeff';

/**
 * What a cell can hold. A text is guarded against spreadsheets and quoted; a number and a moment (`plain`) are written
 * as they are, for a spreadsheet to reckon with; null is an empty cell without quotes, unlike an empty text.
 */
export type Cell = string | number | null | { plain: string };

/** One line as RFC 4180 has it, ended by CR LF. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Texts are always quoted: where the list separator is `;` an unquoted one could be cut and its rest would run. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `"${guardCell(cell).replaceAll('"', '""')}"`;
  return typeof cell === 'number' ? String(cell) : cell.plain;
}

/** Where a text stops being CSV: the number of the line it stands in, from 1. */
export type CsvFault = { line: number };

const lineEnd = /\r\n|\n|\r/y;
const quoted = /"((?:[^"]|"")*)"/y;
const unquoted = /[^",\r\n]*/y;

/**
 * Reads CSV as `csvLine` writes it, with or without a byte-order mark, also after a spreadsheet has saved it: quotes
 * where they are needed, any line ends. Takes off exactly one apostrophe a cell. An empty cell without quotes is null.
 */
export function readCsv(text: string): Result<(string | null)[][], CsvFault> {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let at = text.startsWith(byteOrderMark) ? 1 : 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  while (at < text.length) {
    const inQuotes = text[at] === '"' ? take(quoted) : null;
    const raw = inQuotes ? (inQuotes[1] ?? '').replaceAll('""', '"') : (take(unquoted)?.[0] ?? '');
    row.push(raw === '' && !inQuotes ? null : unguardCell(raw));
    if (text[at] === ',') {
      at += 1;
      if (at < text.length) continue;
      row.push(null);
    } else if (at < text.length && !take(lineEnd)) return fail({ line: rows.length + 1 });
    rows.push(row);
    row = [];
  }
  return ok(rows);
}
