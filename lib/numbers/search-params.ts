import { numberLabels, providerStates } from '#lib/domain/numbers/number-state.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import { like, oneOf, readQuery, searchText, upTo } from '#lib/domain/query-string.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';

/** The board's query string and back. */
export type ParsedSearch = {
  search: NumbersSearch;
  /** Names of parameters that were unknown or malformed and had no effect. */
  ignored: string[];
};

const longestText = 2000;
const longestCursor = 200;
const longestHost = 300;
const defaultSize: (typeof pageSizes)[number] = pageSizes[0];

const listNames = ['app', 'label', 'state', 'host'] as const;
export type ListName = (typeof listNames)[number];

const listFields = {
  app: like(/^[1-9][0-9]{0,15}$/),
  label: oneOf(numberLabels),
  state: oneOf(providerStates),
  host: (value: string) =>
    value.length <= longestHost && !/[\s\p{Cc}\p{Cs}]/u.test(value) ? value.toLowerCase() : undefined,
  not: oneOf(listNames),
};

const singleFields = {
  q: searchText(longestText),
  group: oneOf(['host']),
  size: (value: string) => pageSizes.find((size) => String(size) === value),
  after: upTo(longestCursor),
  before: upTo(longestCursor),
};

/** Reads a query string. Never throws: what cannot be used falls back to the default and is named in `ignored`. */
export function parseNumbersSearch(params: URLSearchParams): ParsedSearch {
  const { search, ignored } = readQuery(params, { lists: listFields, singles: singleFields });
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
