import type { Table, TableRecord } from '#lib/batches/lines/csv.ts';

/** A line of a text that holds nothing to send. `line`: from 1; `text`: what stands there, without the blanks around it. */
export type SkippedLine = { line: number; text: string };

/** Below a header, around a table or between its parts: Markdown, terminals, wikis. Placeholders such as — are shorter. */
const rule = /[-=_~*.\u2010-\u2015\u2500-\u257f\uff0d\uff1d]{3}/u;

/** In a table of bars a rule may be one dash a column, and a wiki ends its table with a brace. */
const barRule = /^(?::?-+:?|[-+=}{|]+)$/;

function isRule({ fields, faults }: TableRecord, delimiter: string): boolean {
  const filled = fields.map((field) => field.trim()).filter((field) => field !== '');
  if (faults || filled.length === 0 || filled.some((field) => /[\p{L}\p{N}]/u.test(field))) return false;
  return filled.every((field) => rule.test(field) || (delimiter === '|' && barRule.test(field)));
}

/** Takes out the lines that only draw a table: there is no letter and no digit in them, so no number is lost with them. */
export function withoutRules(table: Table): { table: Table; skipped: SkippedLine[] } {
  const { delimiter } = table;
  const skipped: SkippedLine[] = [];
  const records = table.records.filter((record) => {
    if (!isRule(record, delimiter)) return true;
    const text = record.fields.map((field) => field.trim()).filter((field) => field !== '');
    skipped.push({ line: record.line, text: text.join(delimiter) });
    return false;
  });
  return skipped.length === 0 ? { table, skipped } : { table: { delimiter, records }, skipped };
}
