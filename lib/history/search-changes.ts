import {
  type HistoryList,
  type HistorySort,
  historyLists,
  historySorts,
  sortOrders,
} from '#lib/domain/history-search.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

/** The filters a person can set, each one chip. `time` is `from` and `to` together. */
export type FilterName = 'q' | HistoryList | 'time';

type Patch = { [Name in keyof HistorySearch]?: HistorySearch[Name] | undefined };

/**
 * The search with some of it replaced. Undefined and empty values are taken out, and so are the cursor and the open
 * entry: both point into the old rows.
 */
export function changeFilters(search: HistorySearch, patch: Patch): HistorySearch {
  const { after: _after, before: _before, entry: _entry, ...kept } = search;
  return compact({ ...kept, ...patch });
}

/** The same rows with another entry open, or none. */
export const openEntry = (search: HistorySearch, entry: string | undefined): HistorySearch =>
  compact({ ...search, entry });

/** Another page of the same rows. */
export function turnPage(search: HistorySearch, cursor: { after: string } | { before: string } | null) {
  return { ...changeFilters(search, {}), ...cursor };
}

/** A click on a column's head: by it, and when it is so already, the other way round. Numbers begin with the lowest. */
export function sortBy(search: HistorySearch, sort: HistorySort): HistorySearch {
  const again = (search.sort ?? historySorts[0]) === sort;
  const order = again ? (search.order === 'asc' ? 'desc' : 'asc') : sort === 'number' ? 'asc' : 'desc';
  return changeFilters(search, {
    sort: sort === historySorts[0] ? undefined : sort,
    order: order === sortOrders[0] ? undefined : order,
  });
}

export function removeFilter(search: HistorySearch, name: FilterName): HistorySearch {
  if (name === 'time') return changeFilters(search, { from: undefined, to: undefined });
  if (name === 'q') return changeFilters(search, { q: undefined });
  return changeFilters(search, { [name]: undefined, not: without(search.not, name) });
}

/** Sets which values of a list filter are wanted, or with `excluded` which are not. No values: no filter. */
export function setListFilter<Name extends HistoryList>(
  search: HistorySearch,
  name: Name,
  { values, excluded }: { values: NonNullable<HistorySearch[Name]>; excluded: boolean },
): HistorySearch {
  const others = without(search.not, name);
  const not = excluded && values.length > 0 ? [...others, name].sort() : others;
  return changeFilters(search, { [name]: values, not });
}

/** One value more in a list filter, or one fewer. The last one gone, "is not" goes with it. */
export function toggleValue(search: HistorySearch, name: HistoryList, value: string): HistorySearch {
  const values: readonly string[] = search[name] ?? [];
  const chosen = values.includes(value) ? values.filter((each) => each !== value) : [...values, value].sort();
  const not = chosen.length === 0 ? without(search.not, name) : search.not;
  return changeFilters(search, { [name]: chosen, not });
}

/** Everything that narrows the rows is gone; their order and how many a page has stay. */
export const clearFilters = ({ sort, order, size }: HistorySearch): HistorySearch =>
  compact({ sort, order, size });

/** Filters that are set, in the order their chips stand. */
export function activeFilters(search: HistorySearch): FilterName[] {
  const names: FilterName[] = [];
  if (search.q) names.push('q');
  for (const name of historyLists) if (search[name]) names.push(name);
  if (search.from || search.to) names.push('time');
  return names;
}

const without = <T extends string>(list: T[] | undefined, name: T): T[] =>
  (list ?? []).filter((item) => item !== name);

const compact = (search: Patch): HistorySearch =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value)),
  );

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
