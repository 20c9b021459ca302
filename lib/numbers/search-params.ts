import { numberLabels, providerStates } from '#lib/domain/number-state.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';

/** The board's query string and back, by hand for the same reason as history's. A property test holds it to the schema. */
export type ParsedSearch = {
  search: NumbersSearch;
  /** Names of parameters that were unknown or malformed and had no effect. */
  ignored: string[];
};

const longestText = 2000;
const longestCursor = 200;
const longestHost = 300;
const longestList = 50;
const defaultSize: (typeof pageSizes)[number] = pageSizes[0];

const appId = /^[1-9][0-9]{0,15}$/;
const listNames = ['app', 'label', 'state', 'host'] as const;
export type ListName = (typeof listNames)[number];

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string): T | undefined =>
    known.find((each) => each === value);

const listFields = {
  app: (value: string) => (appId.test(value) ? value : undefined),
  label: oneOf(numberLabels),
  state: oneOf(providerStates),
  host: (value: string) =>
    value.length <= longestHost && !/[\s\p{Cc}\p{Cs}]/u.test(value) ? value.toLowerCase() : undefined,
  not: oneOf(listNames),
};

const cursor = (value: string) => (value.length <= longestCursor ? value : undefined);
const singleFields = {
  // PostgreSQL text cannot hold NUL, so no number can match it.
  q: (value: string) => (value.length <= longestText ? value.replaceAll('\0', '').trim() : undefined),
  group: oneOf(['host']),
  size: (value: string) => pageSizes.find((size) => String(size) === value),
  after: cursor,
  before: cursor,
};

function readList<T extends string>(values: string[], read: (value: string) => T | undefined) {
  const known = new Set<T>();
  let allKnown = values.length <= longestList;
  for (const value of values.slice(0, longestList)) {
    const item = read(value);
    if (item === undefined) allKnown = false;
    else known.add(item);
  }
  return { list: [...known].sort(), allKnown };
}

/** Reads a query string. Never throws: what cannot be used falls back to the default and is named in `ignored`. */
export function parseNumbersSearch(params: URLSearchParams): ParsedSearch {
  const search: Record<string, unknown> = {};
  const ignored = new Set<string>();
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => value !== '');
    if (Object.hasOwn(listFields, name)) {
      const { list, allKnown } = readList<string>(values, listFields[name as keyof typeof listFields]);
      if (!allKnown) ignored.add(name);
      if (list.length > 0) search[name] = list;
    } else if (Object.hasOwn(singleFields, name)) {
      const [first, ...more] = values;
      if (first === undefined) continue;
      const value = singleFields[name as keyof typeof singleFields](first);
      if (value === undefined || more.length > 0) ignored.add(name);
      if (value !== undefined && value !== '') search[name] = value;
    } else {
      ignored.add(name);
    }
  }
  return withoutContradictions(search as NumbersSearch, ignored);
}

function withoutContradictions(search: NumbersSearch, ignored: Set<string>): ParsedSearch {
  const { not, after, before, size, ...result } = search;
  const kept: NumbersSearch = result;
  const excluded = (not ?? []).filter((field) => result[field] !== undefined);
  if (excluded.length < (not?.length ?? 0)) ignored.add('not');
  if (excluded.length > 0) kept.not = excluded;
  if (size !== undefined && size !== defaultSize) kept.size = size;
  // Hosts have no pages, and a place is on one side of a page only.
  if (after !== undefined && result.group) ignored.add('after');
  else if (after !== undefined) kept.after = after;
  if (before !== undefined && (result.group || after !== undefined)) ignored.add('before');
  else if (before !== undefined) kept.before = before;
  return { search: kept, ignored: [...ignored] };
}

/** Writes a search as a query string in a fixed order, defaults left out: equal searches give equal addresses. */
export function toNumbersParams(search: NumbersSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.q) params.set('q', search.q);
  for (const name of [...listNames, 'not'] as const)
    for (const value of search[name] ?? []) params.append(name, value);
  if (search.group) params.set('group', search.group);
  if (search.size && search.size !== defaultSize) params.set('size', String(search.size));
  if (search.after) params.set('after', search.after);
  else if (search.before) params.set('before', search.before);
  return params;
}
