import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { type ListName, toNumbersParams } from '#lib/numbers/search-params.ts';
import { paths } from '#lib/paths.ts';

/** The filters a person can set, each one chip. */
export type FilterName = 'q' | ListName;

type Patch = { [Name in keyof NumbersSearch]?: NumbersSearch[Name] | undefined };

/** The search with some of it replaced. Undefined and empty values are taken out, and so is the place in the old rows. */
export function changeFilters(search: NumbersSearch, patch: Patch): NumbersSearch {
  const { after: _after, before: _before, ...kept } = search;
  return compact({ ...kept, ...patch });
}

/** Another page of the same rows. */
export function turnPage(search: NumbersSearch, cursor: { after: string } | { before: string } | null) {
  return { ...changeFilters(search, {}), ...cursor };
}

export const removeFilter = (search: NumbersSearch, name: FilterName): NumbersSearch =>
  changeFilters(search, {
    [name]: undefined,
    not: (search.not ?? []).filter((field) => field !== name),
  });

/** Sets which values of a list filter are wanted, or with `excluded` which are not. No values: no filter. */
export function setListFilter<Name extends ListName>(
  search: NumbersSearch,
  name: Name,
  { values, excluded }: { values: NonNullable<NumbersSearch[Name]>; excluded: boolean },
): NumbersSearch {
  const others = (search.not ?? []).filter((field) => field !== name);
  const not = excluded && values.length > 0 ? [...others, name].sort() : others;
  return changeFilters(search, { [name]: values, not });
}

/** Everything a person set is gone; how it is shown stays. */
export const clearFilters = ({ size, group }: NumbersSearch): NumbersSearch => compact({ size, group });

/** Filters that are set, in the order their chips stand. */
export const activeFilters = (search: NumbersSearch): FilterName[] =>
  (['q', 'app', 'label', 'state', 'host'] as const).filter((name) => search[name] !== undefined);

/** The address of the board showing this search. */
export function numbersHref(search: NumbersSearch): string {
  const query = toNumbersParams(search).toString();
  return query ? `${paths.numbers}?${query}` : paths.numbers;
}

const compact = (search: Patch): NumbersSearch =>
  Object.fromEntries(
    Object.entries(search).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
