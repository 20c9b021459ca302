import { checkWorkbook, errorsAsText } from '#components/batches/new/source/check-workbook.ts';
import { type FieldFault, type Table, type TableRecord, tooManyRows } from '#lib/batches/lines/csv.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** `sheet`: which of `sheets` the table is, from 0. */
export type Workbook = { table: Table; sheets: string[]; sheet: number };

type Cell = string | boolean | Date | null;

/** Over so many digits a spreadsheet keeps no more than the first, and zeros for the others. */
const exactDigits = 15;

/**
 * A number as it is stored: whole numbers without an exponent, `13800138000.0` without what a format added. Digits that
 * the spreadsheet has lost stay visible as such.
 */
function numberText(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value) || !Number.isInteger(value)) return stored;
  return Math.abs(value) < 10 ** exactDigits ? String(value) : value.toExponential().toUpperCase();
}

/** Days and their parts are stored as decimals, so that a whole second can be a millisecond short. */
const dateText = (date: Date): string =>
  new Date(Math.round(date.getTime() / 1_000) * 1_000)
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/\.000Z$/, '');

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : dateText(cell);
}

function toRecord(row: readonly Cell[], line: number): TableRecord | null {
  const texts = row.map(cellText);
  const last = texts.findLastIndex((text) => text.trim() !== '');
  if (last < 0) return null;
  const faults: FieldFault[] = [];
  const fields = texts.slice(0, Math.min(last + 1, batchLimits.places)).map((text, field) => {
    if (text.length <= batchLimits.fieldBytes) return text;
    const params = { line, column: 1, limit: batchLimits.fieldBytes };
    faults.push({ field, problem: problem('batch_field_too_long', { params }) });
    return text.slice(0, batchLimits.fieldBytes);
  });
  return { line, width: fields.length, fields, ...(faults.length > 0 && { faults }) };
}

/** read-excel-file takes a failed formula for an empty cell, so that a line would not say why it has no number. */
async function keepErrors(
  bytes: Uint8Array<ArrayBuffer>,
  withErrors: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  if (withErrors.length === 0) return bytes;
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
  const files = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) });
  for (const name of withErrors) if (files[name]) files[name] = strToU8(errorsAsText(strFromU8(files[name])));
  return new Uint8Array(zipSync(files, { level: 0 }));
}

/** Rows of one sheet as the table that pasted text would be, each with its row number in the sheet. */
async function readRows(bytes: Uint8Array<ArrayBuffer>, sheet: number): Promise<Result<Table>> {
  // Not its `web-worker` part, which starts more workers from `blob:` addresses: our policy allows none.
  const { readSheet } = await import('read-excel-file/universal');
  const read = await readSheet<string>(new Blob([bytes]), sheet + 1, {
    parseNumber: numberText,
    trim: false,
  }).catch(() => null);
  if (read === null) return fail(problem('batch_workbook_broken'));
  const records = read.flatMap((row, index) => toRecord(row as readonly Cell[], index + 1) ?? []);
  const over = records[batchLimits.rows + 200];
  return over ? fail(tooManyRows(over.line)) : ok({ delimiter: '\t', records });
}

/**
 * The table of a workbook (.xlsx): of the sheet that is asked for, else of the first one with something in it. Refuses
 * what would unpack to more than a batch can need.
 */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  sheet: number | null,
): Promise<Result<Workbook>> {
  const checked = await checkWorkbook(bytes);
  if (!checked.ok) return checked;
  const { sheets, withErrors } = checked.value;
  const readable = await keepErrors(bytes, withErrors);
  const asked = sheet === null ? sheets.keys() : [Math.min(sheet, sheets.length - 1)];
  let first: Result<Workbook> | null = null;
  for (const place of asked) {
    const table = await readRows(readable, place);
    const found: Result<Workbook> = table.ok ? ok({ table: table.value, sheets, sheet: place }) : table;
    if (table.ok && table.value.records.length > 0) return found;
    if (first === null || (!first.ok && found.ok)) first = found;
  }
  // A sheet that was chosen may be empty, as another can be chosen then; without a choice none of them has a cell.
  return first && (!first.ok || sheet !== null) ? first : fail(problem('batch_workbook_no_sheet'));
}
