import { batchLimits } from '#lib/domain/batch.ts';
import { unguardCell } from '#lib/domain/csv-cell.ts';
import { type Problem, type ProblemCode, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** `line`: where the record begins in the text, from 1. */
export type TableRecord = { line: number; fields: string[] };
export type Table = { delimiter: Delimiter; records: TableRecord[] };

/** So much of a text decides what separates its fields, in characters. */
const looked = 20_000;

/** The separator that a line shows: a tab, else the first one outside a URL, else the last one behind a URL. */
function shownBy(line: string): string | undefined {
  if (line.includes('\t')) return '\t';
  const beforeUrl = /^(.*?)https?:/i.exec(line)?.[1] ?? line;
  return beforeUrl.trim() === '' ? line.match(/[,;]/g)?.at(-1) : /[,;]/.exec(beforeUrl)?.[0];
}

/**
 * Lines vote, not characters: `,` and `;` stand in URLs too, where they would outvote the one separator of a line. Null:
 * nothing is separated, as in a list of numbers.
 */
function sniff(text: string): Delimiter | null {
  const head = text.slice(0, looked).replace(/"(?:[^"]|"")*(?:"|$)/g, '');
  const votes = Map.groupBy(head.split(/[\r\n]+/), shownBy);
  const most = Math.max(...delimiters.map((delimiter) => votes.get(delimiter)?.length ?? 0));
  return delimiters.find((delimiter) => most > 0 && votes.get(delimiter)?.length === most) ?? null;
}

/** Excel's own first line, which says what separates the rest. */
const excelsHint = /^"?sep=([,;\t])"?(?=[\r\n]|$)/i;

const isTooLong = (field: string): boolean =>
  field.length > batchLimits.fieldBytes ||
  (field.length * 3 > batchLimits.fieldBytes &&
    new TextEncoder().encode(field).length > batchLimits.fieldBytes);

/**
 * Reads pasted or saved rows. By hand, since one reader has to run in the browser and on the server alike, tell line and
 * column of what is wrong, and stop at the first limit that is passed: it looks at no character twice. `width`: how many
 * fields a record may have with something in them.
 */
export function parseTable(text: string, width: number = batchLimits.columns): Result<Table> {
  const reader = new Reader(text.startsWith('\ufeff') ? text.slice(1) : text, width);
  return reader.read();
}

/** Ends the reading; never leaves this file. */
class Fault extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, params: Record<string, number>) {
    super(code);
    this.problem = problem(code, { params });
  }
}

class Reader {
  private at = 0;
  private line = 1;
  /** Where the present line begins. */
  private lineStart = 0;
  private readonly text: string;
  private readonly width: number;
  private readonly delimiter: Delimiter | null;

  constructor(text: string, width: number) {
    this.text = text;
    this.width = width;
    const hint = excelsHint.exec(text);
    this.delimiter = delimiters.find((delimiter) => delimiter === hint?.[1]) ?? sniff(text);
    if (hint) {
      this.at = hint[0].length;
      this.endLine();
    }
  }

  read(): Result<Table> {
    const records: TableRecord[] = [];
    try {
      while (this.at < this.text.length) {
        const record = this.record();
        if (record.fields.every((field) => field.trim() === '')) continue;
        if (records.length === batchLimits.rows + 1)
          throw new Fault('batch_too_many_rows', { line: record.line, column: 1, limit: batchLimits.rows });
        records.push(record);
      }
    } catch (error) {
      if (error instanceof Fault) return fail(error.problem);
      throw error;
    }
    return ok({ delimiter: this.delimiter ?? ',', records: records.map(splitPasted) });
  }

  private place(from: number): { line: number; column: number } {
    return { line: this.line, column: from - this.lineStart + 1 };
  }

  private record(): TableRecord {
    const { line } = this;
    const fields: string[] = [];
    for (;;) {
      if (fields.length === batchLimits.columns)
        throw new Fault('batch_too_many_columns', { ...this.place(this.at), limit: batchLimits.columns });
      const start = this.place(this.at);
      const field = unguardCell(this.field());
      if (fields.length >= this.width && field.trim() !== '') throw new Fault('batch_line_too_wide', start);
      fields.push(field);
      const next = this.text[this.at];
      if (next === this.delimiter) this.at += 1;
      else {
        this.endLine();
        return { line, fields };
      }
    }
  }

  private endLine(): void {
    if (this.at >= this.text.length) return;
    this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1;
    this.line += 1;
    this.lineStart = this.at;
  }

  private field(): string {
    const start = this.place(this.at);
    const field = this.text[this.at] === '"' ? this.quoted(start) : this.unquoted(start);
    if (isTooLong(field)) throw tooLong(start);
    return field;
  }

  private unquoted(start: { line: number; column: number }): string {
    const from = this.at;
    while (this.at < this.text.length && !this.endsField()) {
      this.at += 1;
      if (this.at - from > batchLimits.fieldBytes) throw tooLong(start);
    }
    return this.text.slice(from, this.at);
  }

  private endsField(): boolean {
    const character = this.text[this.at];
    return character === this.delimiter || character === '\n' || character === '\r';
  }

  private quoted(start: { line: number; column: number }): string {
    let field = '';
    this.at += 1;
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      const part = this.text.slice(this.at, end < 0 ? this.at + batchLimits.fieldBytes + 1 : end);
      field += part;
      if (field.length > batchLimits.fieldBytes) throw tooLong(start);
      if (end < 0) throw new Fault('batch_quote_open', start);
      this.countLines(part);
      this.at = end + 1;
      if (this.text[this.at] !== '"') break;
      field += '"';
      this.at += 1;
    }
    if (this.at < this.text.length && !this.endsField())
      throw new Fault('batch_text_after_quote', this.place(this.at));
    return field;
  }

  private countLines(part: string): void {
    for (const { index, 0: end } of part.matchAll(/\r\n|\n|\r/g)) {
      this.line += 1;
      this.lineStart = this.at + index + end.length;
    }
  }
}

const tooLong = (start: { line: number; column: number }) =>
  new Fault('batch_field_too_long', { ...start, limit: batchLimits.fieldBytes });

/** `number url` with a blank in between, as people paste it. */
function splitPasted({ line, fields }: TableRecord): TableRecord {
  const found = fields.length === 1 ? /^(.*\S)\s+(https?:\S+)\s*$/i.exec(fields[0] ?? '') : null;
  return { line, fields: found ? [found[1] ?? '', found[2] ?? ''] : fields };
}
