/** How one value of a query string is read; undefined: not a value of that parameter. */
export type ReadValue = (value: string) => string | number | undefined;

/** A list with more values than this is cut there and named as ignored. */
const longestList = 50;

/** One of a closed set, as it stands. */
export const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string): T | undefined =>
    known.find((each) => each === value);

/** Whatever a pattern allows. */
export const like =
  (pattern: RegExp) =>
  (value: string): string | undefined =>
    pattern.test(value) ? value : undefined;

/** Text up to a length, trimmed. PostgreSQL text cannot hold NUL, so no row can match it and it is left out. */
export const searchText =
  (longest: number) =>
  (value: string): string | undefined =>
    value.length <= longest ? value.replaceAll('\0', '').trim() : undefined;

/** Anything up to a length. */
export const upTo =
  (longest: number) =>
  (value: string): string | undefined =>
    value.length <= longest ? value : undefined;

export type Fields = {
  /** Parameters that may stand several times; read into a list without repeats, in a fixed order. */
  lists: Record<string, ReadValue>;
  /** Parameters that stand once. */
  singles: Record<string, ReadValue>;
};

/**
 * What a query string says of the known parameters, and the names of those that were unknown or malformed. Never
 * throws; empty values count as absent. Written by hand instead of with a schema, because it runs in the browser on
 * first load and a validator there costs more than this file; property tests hold the lists' schemas to it.
 */
export function readQuery(params: URLSearchParams, { lists, singles }: Fields) {
  const search: Record<string, unknown> = {};
  const ignored = new Set<string>();
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => value !== '');
    const readItem = Object.hasOwn(lists, name) ? lists[name] : undefined;
    const readOne = Object.hasOwn(singles, name) ? singles[name] : undefined;
    if (readItem) {
      const { list, allKnown } = readList(values, readItem);
      if (!allKnown) ignored.add(name);
      if (list.length > 0) search[name] = list;
    } else if (readOne) {
      const [first, ...more] = values;
      if (first === undefined) continue;
      const value = readOne(first);
      if (value === undefined || more.length > 0) ignored.add(name);
      if (value !== undefined && value !== '') search[name] = value;
    } else {
      ignored.add(name);
    }
  }
  return { search, ignored };
}

function readList(values: string[], read: ReadValue) {
  const known = new Set<string | number>();
  let allKnown = values.length <= longestList;
  for (const value of values.slice(0, longestList)) {
    const item = read(value);
    if (item === undefined) allKnown = false;
    else known.add(item);
  }
  return { list: [...known].sort(), allKnown };
}
