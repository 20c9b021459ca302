import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { parseTable, type Table } from '#lib/batches/lines/csv.ts';
import { unguardCell } from '#lib/domain/csv-cell.ts';
import { drawFrom, drawTable } from '#lib/testing/batches/tables.ts';

// Our reader beside Papa Parse on the same texts. Where they differ, one of these decisions says why; the reasons stand in
// docs/decisions/table-reader.md.

const seed = 20_261_130;
const tables = 10_000;

type Rows = string[][];

/** Blank fields at the end of a record are no fields, and a field of blanks is an empty one. Both sides alike. */
const withoutBlanks = (rows: Rows): Rows =>
  rows
    .map((row) => {
      const filled = row.map((field) => (field.trim() === '' ? '' : field));
      return filled.slice(0, filled.findLastIndex((field) => field !== '') + 1);
    })
    .filter((row) => row.length > 0);

const splitPasted = (row: string[]): string[] => {
  const found = row.length === 1 ? /^(.*\S)\s+(https?:\S+)\s*$/i.exec(row[0] ?? '') : null;
  return found ? [found[1] ?? '', found[2] ?? ''] : row;
};

const papa = (text: string, { delimiter }: Table) => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  return { rows: data, codes: new Set(errors.map(({ code }) => code)) };
};

type Decision = {
  name: string;
  /** Whether the text has what the decision is about. */
  applies(text: string, codes: ReadonlySet<string>): boolean;
  /** Papa's rows as this decision has them; left out: it reads them in another way altogether. */
  rewrite?(rows: Rows): Rows;
};

const blank = '[ \\u00a0\\u3000\\t]';
const decisions: readonly Decision[] = [
  {
    name: 'one apostrophe in front guards a cell and is taken off',
    applies: (text) => text.includes("'"),
    rewrite: (rows) => rows.map((row) => row.map(unguardCell)),
  },
  {
    name: 'a number and a URL with a blank between are two fields',
    applies: (text) => /\shttps?:/.test(text),
    rewrite: (rows) => rows.map(splitPasted),
  },
  {
    name: 'a quote that does not enclose its whole field is a plain character, and no quote swallows the rest of the text',
    applies: (_, codes) => codes.has('InvalidQuotes') || codes.has('MissingQuotes'),
  },
  {
    name: 'blanks around quotes do not belong to the field',
    applies: (text) =>
      new RegExp(`(?:^|[,;|\\t\\n\\r，；])${blank}+"|"${blank}+(?:$|[,;|\\t\\n\\r，；])`).test(text),
  },
  {
    name: 'every kind of line end ends a line, also where a text mixes them',
    applies: (text) => new Set(text.match(/\r\n|\n|\r/g)).size > 1,
  },
  {
    name: 'two quotes in a field that is not enclosed stay two',
    applies: (text) => /[^,;|\t\n\r"，；]"/.test(text),
  },
];

function explain(ours: Rows, text: string, table: Table): string | null {
  const { rows, codes } = papa(text, table);
  const same = (other: Rows) => JSON.stringify(withoutBlanks(other)) === JSON.stringify(ours);
  if (same(rows)) return 'equal';
  let rewritten = rows;
  const used: string[] = [];
  for (const { name, applies, rewrite } of decisions) {
    if (!rewrite || !applies(text, codes)) continue;
    rewritten = rewrite(withoutBlanks(rewritten));
    used.push(name);
    if (same(rewritten)) return used.join(' + ');
  }
  return decisions.find(({ applies, rewrite }) => !rewrite && applies(text, codes))?.name ?? null;
}

test(`${tables} tables are read as Papa Parse reads them, or a decision says why not`, () => {
  const draw = drawFrom(seed);
  const seen = new Map<string, number>();
  for (let round = 0; round < tables; round += 1) {
    const text = drawTable(draw);
    const table = parseTable(text);
    if (!table.ok) throw new Error(`${table.problem.code}: ${JSON.stringify(text)}`);
    const ours = table.value.records.map(({ fields }) =>
      fields.map((field) => (field.trim() === '' ? '' : field)),
    );
    // No digit vanishes, whatever was mangled.
    expect([text, ours.flat().join('').replace(/\D/g, '')]).toEqual([text, text.replace(/\D/g, '')]);
    const decision = explain(ours, text, table.value);
    if (decision === null)
      expect({ text, ours }).toEqual({ text, ours: withoutBlanks(papa(text, table.value).rows) });
    else seen.set(decision, (seen.get(decision) ?? 0) + 1);
  }
  // Most tables need no decision, and each decision is met, so that none is written down for nothing.
  expect(seen.get('equal')).toBeGreaterThan(tables / 2);
  for (const { name } of decisions)
    expect([name, [...seen].some(([found]) => found.includes(name))]).toEqual([name, true]);
  expect(Object.fromEntries(seen)).toMatchInlineSnapshot(`
    {
      "a number and a URL with a blank between are two fields": 488,
      "a quote that does not enclose its whole field is a plain character, and no quote swallows the rest of the text": 1873,
      "blanks around quotes do not belong to the field": 46,
      "equal": 6937,
      "every kind of line end ends a line, also where a text mixes them": 605,
      "one apostrophe in front guards a cell and is taken off": 40,
      "two quotes in a field that is not enclosed stay two": 11,
    }
  `);
}, 60_000);
