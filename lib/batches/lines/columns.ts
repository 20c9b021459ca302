import { type CellKind, contentsOf, kindOfCell, looksPublic } from '#lib/batches/lines/column-contents.ts';
import { nameScore } from '#lib/batches/lines/column-names.ts';
import type { Table, TableRecord } from '#lib/batches/lines/csv.ts';
import { batchColumns, type Column } from '#lib/domain/batch.ts';
import type { Problem } from '#lib/domain/problem.ts';

export type ColumnMap = {
  hasHeader: boolean;
  /** Which record is the header, from 0; those above it are titles. Left out: the first. */
  headerAt?: number;
  /** Which column of the table holds what, from 0. */
  columns: Partial<Record<Column, number>>;
  /** The header's names, or letters as spreadsheets have them. */
  headers: string[];
  /** Other columns that hold numbers too: a person has to look whether the right one was taken. */
  rivals?: number[];
  /** Other columns in which a few lines have a whole number, while the cell that is read as their number is short. */
  strays?: number[];
};

/** A line's texts as they were found, without the blanks around them. */
export type TypedLine = {
  /** Which meaning of its number a person chose, as `choiceKey` names it. */
  chosen?: string;
  line: number;
  app: string;
  number: string;
  numberType: string;
  callbackUrl: string;
  /** What the table itself is unsure of in this line: it is not sent before a person has edited that field. */
  problem?: Problem;
};

/** Records in which a header is looked for: titles may stand above it. */
const headerRecords = 10;
/** Records that decide what a column holds: the first ones, and others from all over the table. */
const sampleRecords = { first: 50, spread: 50 } as const;
/** A column whose name and contents say less than this stays unused. */
const leastScore = 1.5;
/** How much contents weigh beside a name, which counts up to 3: whole public numbers win over a name above short ones. */
const contentsWeight = 5;

/** Of several numbers of a line the one that is called in by is meant. */
const called = /呼入|被叫|接入|绑定|inbound|incoming|call-?in|called|callee|\bdid\b|\bdnis\b|e\.?164/i;

const letterOf = (place: number): string =>
  (place >= 26 ? letterOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));

type App = { id: string; name: string };

/** As an app is written: its name, its id, or the id of one that this console does not know. */
const looksLikeApp = (apps: readonly App[]): ((text: string) => boolean) => {
  const known = new Set(apps.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  return (text) => /^1[46]00\d{6}$/.test(text.trim()) || known.has(text.trim().toLowerCase());
};

const typeWord =
  /^(?:number|line|line number|inner|internal|internal number|外线|内线|线路|外线号码|内线号码)$/i;

/** Which record is the header: the one of the first whose names say most. */
function findHeader(records: readonly TableRecord[]): number | null {
  let best: { at: number; score: number } | null = null;
  for (const [at, { fields }] of records.slice(0, headerRecords).entries()) {
    const filled = fields.filter((field) => field.trim() !== '');
    const holdsData = filled.some(
      (field) => /https?:\/\//i.test(field) || /(?:\p{Nd}[ ().-]*){7}/u.test(field),
    );
    if (holdsData || filled.some((field) => field.length > 80)) continue;
    const scores = filled.map((field) => Math.max(...batchColumns.map((column) => nameScore(column, field))));
    const named = filled.some(
      (field) => nameScore('number', field) >= 2 || nameScore('callbackUrl', field) >= 2,
    );
    // One name alone may be a title; as a header it has to be a whole name.
    const enough =
      filled.length > 1 ? named || scores.filter((score) => score > 0).length > 1 : scores[0] === 3;
    const score = scores.reduce((sum, each) => sum + Math.max(0, each), 0);
    if (enough && score > (best?.score ?? 0)) best = { at, score };
  }
  return best?.at ?? null;
}

function sampleOf<T>(records: readonly T[]): T[] {
  const rest = records.slice(sampleRecords.first);
  const step = Math.max(1, Math.ceil(rest.length / sampleRecords.spread));
  return [...records.slice(0, sampleRecords.first), ...rest.filter((_, place) => place % step === 0)];
}

type Candidate = { column: Column; place: number; score: number };

/** How well each column of the sample fits each meaning, by its name and by what stands in it. */
function candidatesOf(
  rows: readonly TableRecord[],
  header: readonly string[],
  apps: readonly App[],
): { candidates: Candidate[]; numbers: ReadonlyMap<number, number> } {
  const isApp = looksLikeApp(apps);
  const width = Math.max(header.length, 0, ...rows.map(({ fields }) => fields.length));
  const candidates: Candidate[] = [];
  const numbers = new Map<number, number>();
  for (let place = 0; place < width; place += 1) {
    const texts = rows.map(({ fields }) => fields[place] ?? '');
    const filled = texts.filter((text) => text.trim() !== '');
    const kinds: CellKind[] = texts.map(kindOfCell);
    const share = (looks: (text: string) => boolean) =>
      filled.filter(looks).length / Math.max(1, filled.length);
    const appShare = share(isApp);
    const { number, callbackUrl } = contentsOf(texts, kinds);
    const contents: Record<Column, number> = {
      // The id of an app is digits too: where a column of numbers stands beside it, that one wins.
      number: appShare > 0.5 ? number * 0.5 : number,
      callbackUrl,
      app: appShare,
      numberType: share((text) => typeWord.test(text.trim())),
    };
    numbers.set(place, contents.number);
    for (const column of batchColumns) {
      const name = nameScore(column, header[place] ?? '');
      const score =
        name +
        contentsWeight * contents[column] +
        (column === 'number' && called.test(header[place] ?? '') ? 1 : 0);
      // A name alone does not make a URL of what holds numbers, nor a number of what holds URLs.
      const other = column === 'number' ? callbackUrl : column === 'callbackUrl' ? contents.number : 0;
      const fits = other < 0.5 || contents[column] >= other;
      if (score >= (name > 0 ? 1 : leastScore) && fits) candidates.push({ column, place, score });
    }
  }
  return { candidates, numbers };
}

function choose(candidates: readonly Candidate[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {};
  const used = new Set<number>();
  for (const { column, place } of candidates.toSorted((one, other) => other.score - one.score)) {
    if (columns[column] !== undefined || used.has(place)) continue;
    columns[column] = place;
    used.add(place);
  }
  return columns;
}

/**
 * Columns that disagree with the chosen one in some line. Looks at every line: one that a separator has moved may stand
 * anywhere in the table.
 */
function straysOf(records: readonly TableRecord[], columns: Partial<Record<Column, number>>): Set<number> {
  const { number: chosen } = columns;
  const used = new Set(Object.values(columns));
  const strays = new Set<number>();
  for (const { fields } of chosen === undefined ? [] : records) {
    const cell = fields[chosen ?? 0] ?? '';
    if (!/\p{Nd}/u.test(cell) || looksPublic(cell)) continue;
    for (const [place, field] of fields.entries())
      if (!used.has(place) && !strays.has(place) && looksPublic(field) && kindOfCell(field) === 'line')
        strays.add(place);
  }
  return strays;
}

/** Which column holds what, by the names of a header and by what stands in the columns. */
export function mapColumns({ records }: Table, apps: readonly App[]): ColumnMap {
  const headerAt = findHeader(records);
  const header = headerAt === null ? [] : (records[headerAt]?.fields ?? []);
  const data = records.slice(headerAt === null ? 0 : headerAt + 1);
  const rows = sampleOf(data);
  const { candidates, numbers } = candidatesOf(rows, header, apps);
  const columns = choose(candidates);
  const width = Math.max(header.length, 0, ...rows.map(({ fields }) => fields.length));
  // An id of an app is digits too: alone it is a number.
  if (columns.number === undefined && columns.app !== undefined && headerAt === null) {
    columns.number = columns.app;
    delete columns.app;
  }
  // A list in which nothing reads as a number is shown as such, line by line.
  if (columns.number === undefined && width === 1 && columns.callbackUrl === undefined) columns.number = 0;
  const rivals = [...numbers].flatMap(([place, share]) =>
    (share >= 0.5 || nameScore('number', header[place] ?? '') === 3) &&
    !Object.values(columns).includes(place)
      ? [place]
      : [],
  );
  const strays = [...straysOf(data, columns)].filter((place) => !rivals.includes(place));
  return {
    hasHeader: headerAt !== null,
    ...(headerAt !== null && { headerAt }),
    columns,
    headers: Array.from({ length: width }, (_, place) => header[place] || letterOf(place)),
    ...(rivals.length > 0 && { rivals }),
    ...(strays.length > 0 && { strays }),
  };
}
