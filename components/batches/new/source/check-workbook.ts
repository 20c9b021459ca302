import { workbookTooLarge } from '#lib/batches/lines/decode.ts';
import { batchLimits, workbookLimits } from '#lib/domain/batch.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { readZipDirectory, type ZipEntry } from '#lib/domain/zip-directory.ts';

const broken = (): Problem => problem('batch_workbook_broken');
/** The most that a spreadsheet can address: rows, and columns up to XFD. */
const sheetSize = { rows: 1_048_576, columns: 16_384 } as const;

/** References of rows and cells, `r="12"` and `r="AB12"`; an empty cell, which ends at once, takes no room. */
const reference = /<(?:\w+:)?(?:row|c)\b[^<>]*?\br\s*=\s*["']([A-Za-z]{0,9})(\d{1,9})["'][^<>]*?(\/?)>/g;

/** `<c t="e">`: a cell whose formula has failed. */
const errorCell = /(<(?:\w+:)?c\b[^<>]*?\bt\s*=\s*["'])e(?=["'])/;

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** How far the cells of a sheet reach. The reader lays out every place up to the last one, filled or not. */
class Reach {
  /** The last row at all, and the last row and column with something in them. */
  private last = 0;
  private rows = 0;
  private columns = 0;
  private rest = '';
  hasErrors = false;

  add(text: string): void {
    const all = this.rest + text;
    this.hasErrors ||= errorCell.test(all);
    for (const [, letters = '', row = '', isEmpty] of all.matchAll(reference)) {
      this.last = Math.max(this.last, Number(row));
      if (isEmpty === '/' || letters === '') continue;
      this.rows = Math.max(this.rows, Number(row));
      this.columns = Math.max(this.columns, columnOf(letters));
    }
    const last = all.lastIndexOf('<');
    this.rest = last < 0 ? '' : all.slice(last, last + 1_000);
  }

  fits(): boolean {
    const { last, rows, columns } = this;
    return last <= sheetSize.rows && columns <= sheetSize.columns && rows * columns <= workbookLimits.cells;
  }
}

/** Unpacks an entry piece by piece; gives up once more comes out than was announced. */
async function unpack(bytes: Uint8Array, entry: ZipEntry, onText: (text: string) => void): Promise<boolean> {
  const packed = bytes.slice(entry.start, entry.start + entry.packedBytes);
  const blob = new Blob([packed]).stream();
  const stream = entry.method === 0 ? blob : blob.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return total === entry.unpackedBytes;
      total += value.byteLength;
      if (total > entry.unpackedBytes) return false;
      onText(decoder.decode(value, { stream: true }));
    }
  } catch {
    return false;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const xmlEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decodeXml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return xmlEntities[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const sheetNames = (workbook: string): string[] =>
  [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => decodeXml(double ?? single ?? ''),
  );

/** The text of a sheet in which failed formulas are texts such as `#N/A`. */
export const errorsAsText = (sheet: string): string => sheet.replace(new RegExp(errorCell, 'g'), '$1str');

/** `withErrors`: names of the parts in which formulas have failed. */
type Checked = { sheets: string[]; withErrors: string[] };

/**
 * Whether a workbook can be read without harm, and what its sheets are called. First by the sizes in its directory, then
 * by what really comes out, since a directory can lie.
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<Result<Checked>> {
  if (bytes.length > batchLimits.bytes) return fail(workbookTooLarge());
  const entries = readZipDirectory(bytes);
  if (entries === null) return fail(broken());
  if (entries.some(({ isEncrypted }) => isEncrypted)) return fail(problem('batch_workbook_encrypted'));
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return fail(problem('batch_file_archive'));
  const total = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (entries.length > workbookLimits.entries || total > workbookLimits.unpackedBytes)
    return fail(workbookTooLarge());
  let workbook = '';
  const withErrors: string[] = [];
  for (const entry of entries.filter(({ name }) => /\.(?:xml|rels)$/.test(name))) {
    if (entry.method !== 0 && entry.method !== 8) return fail(broken());
    const reach = new Reach();
    const isWhole = await unpack(bytes, entry, (text) => {
      if (entry.name === 'xl/workbook.xml') workbook += text;
      else reach.add(text);
    });
    if (!isWhole) return fail(broken());
    if (!reach.fits()) return fail(workbookTooLarge());
    if (reach.hasErrors) withErrors.push(entry.name);
  }
  const sheets = sheetNames(workbook);
  return sheets.length > 0 ? ok({ sheets, withErrors }) : fail(problem('batch_workbook_no_sheet'));
}
