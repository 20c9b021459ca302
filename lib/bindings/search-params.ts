import type { HistorySearch } from '#lib/bindings/schema.ts';
import { bindingStates, numberTypes } from '#lib/domain/outcome.ts';
import { type PageSize, pageSizes } from '#lib/domain/page-sizes.ts';

/**
 * History's query string and back. Written by hand instead of with the schema, because both directions run in the
 * browser on first load and a validator there costs more than this file; a property test holds the two together.
 */
export type ParsedSearch = {
  search: HistorySearch;
  /** Names of parameters that were unknown or malformed and had no effect. */
  ignored: string[];
};

const longestText = 2000;
const longestCursor = 200;
const longestList = 50;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const appId = /^[1-9][0-9]{0,15}$/;
const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

const listFields = {
  outcome: (value: string) => bindingStates.find((known) => known === value),
  app: (value: string) => (appId.test(value) ? value : undefined),
  type: (value: string) => ([...numberTypes, 'none'] as const).find((known) => known === value),
  not: (value: string) => (['outcome', 'app', 'type'] as const).find((known) => known === value),
};

const singleFields = {
  // PostgreSQL text cannot hold NUL, so no row can match it.
  q: (value: string) => (value.length <= longestText ? value.replaceAll('\0', '').trim() : undefined),
  from: readTime,
  to: readTime,
  size: (value: string) => pageSizes.find((size) => String(size) === value),
  after: (value: string) => (value.length <= longestCursor ? value : undefined),
  before: (value: string) => (value.length <= longestCursor ? value : undefined),
  entry: (value: string) => (id.test(value) ? value : undefined),
};

function readTime(value: string): string | undefined {
  if (!utcTime.test(value)) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

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
export function parseHistorySearch(params: URLSearchParams): ParsedSearch {
  const search: Record<string, unknown> = {};
  const ignored = new Set<string>();
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => value !== '');
    if (Object.hasOwn(listFields, name)) {
      const { list, allKnown } = readList(values, listFields[name as keyof typeof listFields]);
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
  return withoutContradictions(search as HistorySearch, ignored);
}

function withoutContradictions(search: HistorySearch, ignored: Set<string>): ParsedSearch {
  const { from, to, not, before, size, ...rest } = search;
  const result: HistorySearch = rest;
  const ordered = from === undefined || to === undefined || from < to;
  if (!ordered) ignored.add('from').add('to');
  if (ordered && from !== undefined) result.from = from;
  if (ordered && to !== undefined) result.to = to;
  const excluded = (not ?? []).filter((field) => rest[field] !== undefined);
  if (excluded.length < (not?.length ?? 0)) ignored.add('not');
  if (excluded.length > 0) result.not = excluded;
  if (before !== undefined && rest.after !== undefined) ignored.add('before');
  else if (before !== undefined) result.before = before;
  if (size !== undefined && size !== defaultSize) result.size = size;
  return { search: result, ignored: [...ignored] };
}

const defaultSize: PageSize = pageSizes[0];

/** Writes a search as a query string in a fixed order, defaults left out: equal searches give equal addresses. */
export function toSearchParams(search: HistorySearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.q) params.set('q', search.q);
  for (const name of ['outcome', 'app', 'type', 'not'] as const)
    for (const value of search[name] ?? []) params.append(name, value);
  if (search.from) params.set('from', shortTime(search.from));
  if (search.to) params.set('to', shortTime(search.to));
  if (search.size && search.size !== defaultSize) params.set('size', String(search.size));
  if (search.after) params.set('after', search.after);
  else if (search.before) params.set('before', search.before);
  if (search.entry) params.set('entry', search.entry);
  return params;
}

const shortTime = (iso: string): string => iso.replace('.000Z', 'Z');
