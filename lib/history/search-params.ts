import { historyLists, historySorts, sortOrders } from '#lib/domain/history-search.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import { readQuery } from '#lib/domain/query-string.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { listFields, singleFields } from '#lib/history/search-values.ts';

/** History's query string and back. */
export type ParsedSearch = {
  search: HistorySearch;
  /** Names of parameters that were unknown or malformed and had no effect. */
  ignored: string[];
};

/** Reads a query string. Never throws: what cannot be used falls back to the default and is named in `ignored`. */
export function parseHistorySearch(params: URLSearchParams): ParsedSearch {
  const { search, ignored } = readQuery(params, { lists: listFields, singles: singleFields });
  return withoutContradictions(search as HistorySearch, ignored);
}

function withoutContradictions(search: HistorySearch, ignored: Set<string>): ParsedSearch {
  const { from, to, not, sort, order, before, size, ...rest } = search;
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
  if (sort !== undefined && sort !== historySorts[0]) result.sort = sort;
  if (order !== undefined && order !== sortOrders[0]) result.order = order;
  if (size !== undefined && size !== pageSizes[0]) result.size = size;
  return { search: result, ignored: [...ignored] };
}

/** Writes a search as a query string in a fixed order, defaults left out: equal searches give equal addresses. */
export function toSearchParams(search: HistorySearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.view) params.set('view', search.view);
  if (search.q) params.set('q', search.q);
  for (const name of [...historyLists, 'not'] as const)
    for (const value of search[name] ?? []) params.append(name, value);
  if (search.from) params.set('from', shortTime(search.from));
  if (search.to) params.set('to', shortTime(search.to));
  if (search.sort && search.sort !== historySorts[0]) params.set('sort', search.sort);
  if (search.order && search.order !== sortOrders[0]) params.set('order', search.order);
  if (search.size && search.size !== pageSizes[0]) params.set('size', String(search.size));
  if (search.after) params.set('after', search.after);
  else if (search.before) params.set('before', search.before);
  if (search.entry) params.set('entry', search.entry);
  return params;
}

const shortTime = (iso: string): string => iso.replace('.000Z', 'Z');
