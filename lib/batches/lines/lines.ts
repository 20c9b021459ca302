import { isAmount, isDate, kindOfCell, looksPublic } from '#lib/batches/lines/column-contents.ts';
import type { ColumnMap, TypedLine } from '#lib/batches/lines/columns.ts';
import type { Table, TableRecord } from '#lib/batches/lines/csv.ts';
import { batchColumns, type Column } from '#lib/domain/batch.ts';
import { meaningsIn, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

/** Cells of a list that are read before it counts as one: the rest of the table may be as long as a batch. */
const leastList = 2;

const filledOf = ({ fields }: TableRecord): string[] => fields.filter((field) => field.trim() !== '');

/**
 * A table of nothing but numbers, with several in a line, as a list of one number a line: none of them is left out. Null:
 * it is no such list. Short numbers count only in a single line, since in several lines one column may be a counter.
 */
export function asNumberList({ delimiter, records }: Table): Table | null {
  if (!records.some((record) => filledOf(record).length >= leastList) && records.length !== 1) return null;
  const numbers: string[] = [];
  for (const record of records)
    for (const cell of filledOf(record)) {
      const kind = kindOfCell(cell);
      const fits = kind === 'line' || kind === 'unsure' || kind === 'several';
      if (record.faults || !(fits || (kind === 'inner' && records.length === 1))) return null;
      const reading = kind === 'several' ? readNumber(cell) : null;
      numbers.push(...(reading?.kind === 'several' ? reading.numbers : [cell.trim()]));
    }
  if (numbers.length <= records.length) return null;
  const lines = numbers.map((number, place) => ({ line: place + 1, width: 1, fields: [number] }));
  return { delimiter, records: lines };
}

/** The records that are lines: those behind the header, and those above it that hold a number or a URL. */
function dataOf({ records }: Table, { hasHeader, headerAt = 0 }: ColumnMap): readonly TableRecord[] {
  if (!hasHeader) return records;
  const names = records[headerAt]?.fields.join('\n') ?? '';
  const holdsData = ({ fields }: TableRecord) =>
    fields.some((field) => ['url', 'line', 'unsure', 'several'].includes(kindOfCell(field)));
  return records.filter((record, place) =>
    place < headerAt ? holdsData(record) : place > headerAt && record.fields.join('\n') !== names,
  );
}

/** How many fields the separators of most lines make, filled or not. */
function usualWidth(records: readonly TableRecord[]): number {
  const widths = Map.groupBy(records, ({ width }) => width);
  const most = Math.max(0, ...[...widths.values()].map((alike) => alike.length));
  return Math.max(0, ...[...widths].filter(([, alike]) => alike.length === most).map(([width]) => width));
}

type Widths = {
  /** Fields that a line may fill. */
  most: number;
  /** A header, or many lines of equal width, make it unlikely that what follows a URL belongs to it. */
  isNamed: boolean;
  isEven: boolean;
};

function widthsOf(
  { delimiter, records: all }: Table,
  records: readonly TableRecord[],
  map: ColumnMap,
): Widths {
  // A tab stands in no URL.
  if (delimiter === '\t') return { most: Number.POSITIVE_INFINITY, isNamed: true, isEven: true };
  const header = map.hasHeader ? (all[map.headerAt ?? 0]?.width ?? 0) : 0;
  const usual = usualWidth(records);
  // A title is no row.
  const rows = records.filter(({ width }) => width > 1);
  const even = rows.filter(({ width }) => width === usual).length;
  return {
    most: Math.max(header || usual, ...Object.values(map.columns).map((place) => place + 1)),
    isNamed: header > 0,
    isEven: rows.length > 2 && even >= 0.8 * rows.length,
  };
}

/**
 * Whether a separator inside a URL may have cut it: then its rest stands in the fields behind it. Nothing cuts what is in
 * quotes. `whole`: the URL with that rest.
 */
function findCut(record: TableRecord, table: Table, map: ColumnMap, widths: Widths): Problem | null {
  const { line, fields, isQuoted } = record;
  const { callbackUrl: place, ...others } = map.columns;
  const excess = fields.length - widths.most;
  const url = place === undefined || isQuoted?.[place] ? '' : (fields[place] ?? '');
  const rest: string[] = [];
  for (let at = (place ?? 0) + 1; /https?:\/\//i.test(url) && at < fields.length; at += 1) {
    const next = fields[at] ?? '';
    if (isQuoted?.[at] || !/^[\x21-\x7e]+\s*$/.test(next) || Object.values(others).includes(at)) break;
    rest.push(next);
  }
  const [next = ''] = rest;
  // Where all lines are alike, what follows is a column of its own unless it looks like the rest of a query.
  const mayGoOn = widths.isEven
    ? /[?&]/.test(url) && /[/=&%]|^\d+\s*$/.test(next)
    : /[?&]/.test(url) || /[/=&?%]/.test(next);
  const goesOn = rest.length > 0 && (excess > 0 || (!widths.isNamed && mayGoOn));
  const isBehind = Object.values(others).some((other) => other > (place ?? 0));
  if (goesOn && !(excess > 0 && isBehind)) {
    const whole = [url, ...(excess > 0 && widths.isNamed ? rest.slice(0, excess) : rest)];
    return problem('batch_url_cut', {
      field: 'callbackUrl',
      params: { short: url.trim(), whole: whole.join(table.delimiter).trim() },
    });
  }
  if (excess <= 0) return null;
  return problem('batch_line_too_wide', { field: 'callbackUrl', params: { line, width: widths.most } });
}

/** Records that decide whether a column holds public numbers. */
const sampled = 40;

/** In a column of which so many are public numbers, a short one is asked about. */
const mostlyPublic = 2 / 3;

/** Problems that name what stands in a cell; what is said here instead would be less. */
const namedProblems: ReadonlySet<string> = new Set([
  ...['number_is_decimal', 'number_formula_error', 'number_no_value', 'number_shortened'],
]);

/** Whether a short or odd cell speaks for itself: as a public number, which is asked about, or as none. */
function speaksForItself(cell: string): boolean {
  const reading = readNumber(cell);
  if (reading.kind === 'invalid') return namedProblems.has(reading.problem.code);
  return meaningsIn(reading).some(({ inPlan, shape }) => inPlan && shape === 'line');
}

/**
 * A separator too many or too few, or a line break inside a cell, moves the fields of a line: then a counter or an amount
 * stands where the other lines have their number. Asks nothing where the other lines have short numbers too and no other
 * column has a whole one.
 */
function findOdd(records: readonly TableRecord[], map: ColumnMap): (record: TableRecord) => Problem | null {
  const { number: place } = map.columns;
  if (place === undefined) return () => null;
  const rivals = new Set(map.rivals);
  const strays = new Set(map.strays);
  const known = records.map(({ fields }) => fields[place] ?? '').filter((cell) => cell.trim() !== '');
  const first = known.slice(0, sampled);
  const isPublic = first.length > 2 && first.filter(looksPublic).length >= mostlyPublic * first.length;
  const hasPublic = known.some(looksPublic);
  const isMixed = rivals.size > 0 || (strays.size > 0 && hasPublic);
  const usual = usualWidth(records);
  // What a line break has cut in two has other widths than the rest, and its URL stands elsewhere or not at all.
  const isPiece = ({ fields, width }: TableRecord): boolean =>
    (hasPublic || strays.size > 0) &&
    width !== usual &&
    kindOfCell(fields[map.columns.callbackUrl ?? -1] ?? '') !== 'url';
  const isElsewhere = (field: string, at: number): boolean => {
    if (at === place || !looksPublic(field)) return false;
    // In a column of numbers one may be badly written or cut.
    if (strays.has(at) && !isDate(field) && kindOfCell(field) !== 'url') return true;
    return (isPublic || rivals.has(at)) && kindOfCell(field) === 'line';
  };
  return (record) => {
    const { fields } = record;
    const cell = fields[place] ?? '';
    if (!/\p{Nd}/u.test(cell) || (looksPublic(cell) && !isAmount(cell))) return null;
    const number = fields.find(isElsewhere);
    if (number !== undefined)
      return problem('batch_number_elsewhere', { field: 'number', params: { number: number.trim() } });
    const isDoubtful = isPublic || isMixed || isAmount(cell) || isPiece(record);
    if (!isDoubtful || speaksForItself(cell)) return null;
    return problem('batch_number_odd', { field: 'number', params: { number: cell.trim() } });
  };
}

const isNumber = (text: string): boolean => ['line', 'unsure', 'several', 'inner'].includes(kindOfCell(text));

const fieldOf: Partial<Record<Column, string>> = { number: 'number', callbackUrl: 'callbackUrl' };

/** The lines of a table, with what is used where a column is missing or empty. */
export function readLines(
  table: Table,
  map: ColumnMap,
  defaults: { appId: string | null; callbackUrl: string | null },
): TypedLine[] {
  const { columns } = map;
  const used = new Map(batchColumns.map((column) => [columns[column], fieldOf[column]]));
  const records = dataOf(table, map);
  const widths = widthsOf(table, records, map);
  const oddIn = findOdd(records, map);
  const problemOf = (record: TableRecord): Problem | null => {
    const fault = record.faults?.find(({ field }) => field < 0 || used.has(field));
    const field = fault && used.get(fault.field);
    if (fault) return { ...fault.problem, ...(field && { field }) };
    const number = columns.number === undefined ? '' : (record.fields[columns.number] ?? '');
    if (isDate(number)) return problem('batch_number_is_date', { field: 'number' });
    return oddIn(record) ?? findCut(record, table, map, widths);
  };
  return records.map((record) => {
    const { line, fields } = record;
    const text = (column: Column): string => {
      const place = columns[column];
      return place === undefined ? '' : (fields[place] ?? '').trim();
    };
    const common = { line, app: text('app') || (defaults.appId ?? ''), numberType: text('numberType') };
    const url = text('callbackUrl');
    const filled = fields.length > widths.most || (url !== '' && !/[a-z]/i.test(url)) ? filledOf(record) : [];
    // A line of numbers in a table of numbers and URLs, or in a list of one number a line.
    if (filled.length > 1 && !record.faults && columns.app === undefined && filled.every(isNumber))
      return { ...common, number: filled.join(', '), callbackUrl: defaults.callbackUrl ?? '' };
    const found = problemOf(record);
    return {
      ...common,
      number: text('number'),
      callbackUrl: url || (defaults.callbackUrl ?? ''),
      ...(found && { problem: found }),
    };
  });
}
