import type { Table } from '#lib/domain/batch-csv.ts';

export const batchColumns = ['app', 'number', 'numberType', 'callbackUrl'] as const;
export type Column = (typeof batchColumns)[number];

export type ColumnMap = {
  hasHeader: boolean;
  /** Which column of the table holds what, from 0. */
  columns: Partial<Record<Column, number>>;
  /** The header's names, or letters as spreadsheets have them. */
  headers: string[];
};

/** A line's texts as they were found, without the blanks around them. */
export type TypedLine = {
  line: number;
  app: string;
  number: string;
  numberType: string;
  callbackUrl: string;
};

/** What heads are called, without case, blanks and punctuation; the provider's own names and our export's among them. */
const names: Record<Column, readonly string[]> = {
  app: ['app', 'appid', 'sdkappid', 'application', '应用', '应用id', '应用名称'],
  number: ['number', 'phonenumber', 'phone', 'telephone', '号码', '电话', '电话号码', '线路号码'],
  numberType: ['numbertype', 'type', '号码类型', '类型'],
  callbackUrl: [
    ...['callbackurl', 'newcallbackurl', 'callback', 'url', 'callininterface', 'interface', 'newurl'],
    ...['回调地址', '回调url', '新回调地址', '地址', '接口', '呼入接口'],
  ],
};

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const letterOf = (place: number): string => String.fromCharCode(65 + place);

const looksLikeUrl = (text: string): boolean => /^\s*https?:/i.test(text);
const looksLikeNumber = (text: string): boolean =>
  /^[\s+()./\d\-＋（）－０-９]*$/.test(text) && /\d|[０-９]/.test(text);

type App = { id: string; name: string };

/** As an app is written: its name, its id, or the id of one that this console does not know. */
const looksLikeApp =
  (apps: readonly App[]) =>
  (text: string): boolean => {
    const written = text.trim().toLowerCase();
    return (
      /^1[46]00\d{6}$/.test(written) ||
      apps.some(({ id, name }) => id === written || name.toLowerCase() === written)
    );
  };

/** Which column holds what: by its name in the first record, else by what stands in it. */
export function mapColumns({ records }: Table, apps: readonly App[]): ColumnMap {
  const [first] = records;
  const width = Math.max(0, ...records.slice(0, 50).map(({ fields }) => fields.length));
  const byName: Partial<Record<Column, number>> = {};
  for (const column of batchColumns) {
    const place = (first?.fields ?? []).findIndex((field) => names[column].includes(plain(field)));
    if (place >= 0) byName[column] = place;
  }
  if (byName.number !== undefined || byName.callbackUrl !== undefined)
    return { hasHeader: true, columns: byName, headers: first?.fields ?? [] };
  return {
    hasHeader: false,
    columns: guess(
      records.slice(0, 50).map(({ fields }) => fields),
      apps,
    ),
    headers: Array.from({ length: width }, (_, place) => letterOf(place)),
  };
}

function guess(rows: readonly (readonly string[])[], apps: readonly App[]): Partial<Record<Column, number>> {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const best = (looks: (text: string) => boolean, but?: number): number | undefined => {
    const shares = Array.from({ length: width }, (_, place) =>
      place === but ? 0 : rows.filter((row) => looks(row[place] ?? '')).length / Math.max(1, rows.length),
    );
    const most = Math.max(0, ...shares);
    return most >= 0.5 ? shares.indexOf(most) : undefined;
  };
  const callbackUrl = best(looksLikeUrl);
  const app = best(looksLikeApp(apps));
  const other = best(looksLikeNumber, app);
  // An id of an app is digits too: alone it is a number.
  const number = other ?? best(looksLikeNumber) ?? (callbackUrl === 0 ? undefined : 0);
  return {
    ...(app !== undefined && app !== number && { app }),
    ...(number !== undefined && { number }),
    ...(callbackUrl !== undefined && { callbackUrl }),
  };
}

/**
 * How many fields a line may have: as many as the header. Without one as most lines have, at most those of the first; and a
 * single line ends with its URL, unless it begins with it.
 */
function widthOf({ records }: Table, { hasHeader }: ColumnMap): number {
  const first = records[0]?.fields ?? [];
  if (hasHeader || records.length === 0) return first.length;
  const url = first.findIndex(looksLikeUrl);
  if (records.length === 1) return url > 0 ? url + 1 : first.length;
  const widths = Map.groupBy(
    records,
    ({ fields }) => fields.findLastIndex((field) => field.trim() !== '') + 1,
  );
  const most = Math.max(...[...widths.values()].map((alike) => alike.length));
  const usual = [...widths].filter(([, alike]) => alike.length === most).map(([width]) => width);
  return Math.min(first.length, ...usual);
}

/** The first line that has more in it than it may, most likely a URL that the separator has cut; and how much it may have. */
export function findTooWide(table: Table, map: ColumnMap): { line: number; width: number } | undefined {
  const width = widthOf(table, map);
  const found = table.records.find(({ fields }) => fields.slice(width).some((field) => field.trim() !== ''));
  return found && { line: found.line, width };
}

/** The lines of a table, with what is used where a column is missing or empty. */
export function readLines(
  { records }: Table,
  { hasHeader, columns }: ColumnMap,
  defaults: { appId: string | null; callbackUrl: string | null },
): TypedLine[] {
  return records.slice(hasHeader ? 1 : 0).map(({ line, fields }) => {
    const text = (column: Column): string => {
      const place = columns[column];
      return place === undefined ? '' : (fields[place] ?? '').trim();
    };
    return {
      line,
      app: text('app') || (defaults.appId ?? ''),
      number: text('number'),
      numberType: text('numberType'),
      callbackUrl: text('callbackUrl') || (defaults.callbackUrl ?? ''),
    };
  });
}
