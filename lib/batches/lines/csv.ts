import { type Delimiter, excelHint, findDelimiter } from '#lib/batches/lines/delimiter.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { unguardCell } from '#lib/domain/csv-cell.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** What is wrong with one field of a record: it matters only where the field's column is used. */
export type FieldFault = { field: number; problem: Problem };

/**
 * `line`: where the record begins in the text, from 1. `fields` end with the last one that is not blank. `isQuoted`: a
 * field that stood in quotes, which no separator can have cut.
 */
export type TableRecord = {
  line: number;
  /** How many fields its separators make, filled or not. */
  width: number;
  fields: string[];
  isQuoted?: boolean[];
  faults?: FieldFault[];
};
export type Table = { delimiter: Delimiter; records: TableRecord[] };

/** Records that are read beyond the limit of lines: titles, headers and blank ones are no lines. */
const extraRecords = 200;

const isTooLong = (field: string): boolean =>
  field.length > batchLimits.fieldBytes ||
  (field.length * 3 > batchLimits.fieldBytes &&
    new TextEncoder().encode(field).length > batchLimits.fieldBytes);

/**
 * Reads pasted or saved rows as spreadsheets and people write them: quotes within a field are plain characters, blanks
 * around quotes are tolerated, and what is wrong with one line is told with that line. Fails only where a text has more
 * rows than a batch. By hand, since the places of faults are needed, and no quote may swallow the lines behind it.
 */
export function parseTable(text: string): Result<Table> {
  return new Reader(text.startsWith('\ufeff') ? text.slice(1) : text).read();
}

export const tooManyRows = (line: number): Problem =>
  problem('batch_too_many_rows', { params: { line, limit: batchLimits.rows } });

/** A field in quotes may run so far, in characters, before its quote counts as never closed. */
const quotedReach = 65_536;

type Place = { line: number; column: number };
type Field = { content: string; isQuoted: boolean; problem?: Problem };
type Quoted = { content: string; end: number; breaks: number; lineStart: number };

class Reader {
  private at = 0;
  private line = 1;
  /** Where the present line begins. */
  private lineStart = 0;
  private readonly text: string;
  private readonly delimiter: Delimiter | null;

  constructor(text: string) {
    this.text = text;
    this.delimiter = findDelimiter(text);
    const hint = excelHint.exec(text);
    if (!hint) return;
    this.at = hint[0].length;
    this.endLine();
  }

  read(): Result<Table> {
    const records: TableRecord[] = [];
    while (this.at < this.text.length) {
      const record = this.record();
      if (record.fields.length === 0 && !record.faults) continue;
      if (records.length === batchLimits.rows + extraRecords) return fail(tooManyRows(record.line));
      records.push(splitPasted(record));
    }
    return ok({ delimiter: this.delimiter ?? ',', records });
  }

  private record(): TableRecord {
    const { line } = this;
    const fields: string[] = [];
    const isQuoted: boolean[] = [];
    const faults: FieldFault[] = [];
    let filled = 0;
    for (let place = 0; ; place += 1) {
      const start = { line: this.line, column: this.at - this.lineStart + 1 };
      const { content, isQuoted: quoted, problem: wrong } = this.field(start);
      if (content.trim() !== '') {
        filled += 1;
        if (filled <= batchLimits.columns && place < batchLimits.places) {
          while (fields.length < place) fields.push('');
          fields.push(content);
          isQuoted[place] = quoted;
          if (wrong) faults.push({ field: place, problem: wrong });
        } else if (faults.at(-1)?.field !== -1) faults.push({ field: -1, problem: tooManyColumns(start) });
      }
      if (this.at < this.text.length && this.text[this.at] === this.delimiter) {
        this.at += 1;
        continue;
      }
      this.endLine();
      return { line, width: place + 1, fields, isQuoted, ...(faults.length > 0 && { faults }) };
    }
  }

  private endLine(): void {
    if (this.at >= this.text.length) return;
    this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1;
    this.line += 1;
    this.lineStart = this.at;
  }

  private field(start: Place): Field {
    const first = this.skipBlanks(this.at);
    const quoted = this.text[first] === '"' ? this.quoted(first + 1) : null;
    if (quoted === null || quoted === 'open') return this.unquoted(start, quoted === 'open');
    const { content, end, breaks, lineStart } = quoted;
    this.at = end;
    this.line += breaks;
    if (breaks > 0) this.lineStart = lineStart;
    if (isTooLong(content)) return { ...cut(content, start), isQuoted: true };
    const swallows = breaks > 0 && this.holdsRecords(content);
    const wrong = swallows ? problem('batch_quote_swallows', { params: { ...start, lines: breaks } }) : null;
    return { content: unguardCell(content), isQuoted: true, ...(wrong && { problem: wrong }) };
  }

  private unquoted(start: Place, isOpen: boolean): Field {
    const from = this.at;
    while (this.at < this.text.length && !this.endsField(this.at)) this.at += 1;
    const content = this.text.slice(from, this.at);
    if (isTooLong(content)) return { ...cut(content, start), isQuoted: false };
    const wrong = isOpen ? problem('batch_quote_open', { params: start }) : null;
    return { content: unguardCell(content), isQuoted: false, ...(wrong && { problem: wrong }) };
  }

  private skipBlanks(from: number): number {
    let at = from;
    while (isBlank(this.text.charCodeAt(at)) && this.text[at] !== this.delimiter) at += 1;
    return at;
  }

  private endsField(at: number): boolean {
    const character = this.text[at];
    return character === this.delimiter || character === '\n' || character === '\r';
  }

  /**
   * A field in quotes, from behind the first one. Null: the next quote is followed by text, so quotes are plain
   * characters here (`"VIP" desk`). `open`: no quote ends it.
   */
  private quoted(from: number): Quoted | 'open' | null {
    let content = '';
    for (let at = from; ; ) {
      const end = this.text.indexOf('"', at);
      if (end < 0 || end - from > quotedReach) return 'open';
      content += this.text.slice(at, end);
      if (this.text[end + 1] === '"') {
        content += '"';
        at = end + 2;
        continue;
      }
      const after = this.skipBlanks(end + 1);
      if (after < this.text.length && !this.endsField(after)) return null;
      const breaks = [...this.text.slice(from, end).matchAll(/\r\n|\n|\r/g)];
      const last = breaks.at(-1);
      const lineStart = last ? from + last.index + last[0].length : 0;
      return { content, end: after, breaks: breaks.length, lineStart };
    }
  }

  /** Whether a quote may be one too many: behind a line break in it stands a line with separators and a number. */
  private holdsRecords(content: string): boolean {
    const { delimiter } = this;
    const [, ...others] = content.split(/[\r\n]+/);
    return others.some((line) => delimiter && line.includes(delimiter) && /(?:\d[ ().-]*){7}/.test(line));
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 0xa0 || code === 0x3000;

const tooManyColumns = (start: Place): Problem =>
  problem('batch_too_many_columns', { params: { ...start, limit: batchLimits.columns } });

/** Of a field that is too long its beginning, with the problem. */
const cut = (content: string, start: Place) => ({
  content: unguardCell(content.slice(0, batchLimits.fieldBytes)),
  problem: problem('batch_field_too_long', { params: { ...start, limit: batchLimits.fieldBytes } }),
});

/** `number url` with a blank in between, as people paste it. */
function splitPasted(record: TableRecord): TableRecord {
  const [only = ''] = record.fields;
  const found = record.fields.length === 1 ? /^(.*\S)\s+(https?:\S+)\s*$/i.exec(only) : null;
  return found ? { ...record, width: 2, fields: [found[1] ?? '', found[2] ?? ''] } : record;
}
