import { expect, test } from 'vitest';
import {
  activeFilters,
  changeFilters,
  clearFilters,
  numbersHref,
  removeFilter,
  setListFilter,
  turnPage,
} from '#lib/numbers/search-changes.ts';

test('changing a filter leaves the page it was on', () => {
  expect(changeFilters({ q: 'a', after: '1.2', size: 50 }, { q: 'b' })).toEqual({ q: 'b', size: 50 });
  expect(changeFilters({ q: 'a', before: '1.2' }, { q: '' })).toEqual({});
});

test('an excluded list stays excluded until it has no values', () => {
  const excluded = setListFilter({ not: ['app'], app: ['1'] }, 'state', {
    values: ['normal'],
    excluded: true,
  });
  expect(excluded).toEqual({ app: ['1'], state: ['normal'], not: ['app', 'state'] });
  expect(setListFilter(excluded, 'state', { values: [], excluded: true })).toEqual({
    app: ['1'],
    not: ['app'],
  });
  expect(removeFilter(excluded, 'app')).toEqual({ state: ['normal'], not: ['state'] });
});

test('clearing keeps how it is shown', () => {
  expect(clearFilters({ q: 'a', host: ['h'], size: 50, group: 'host', after: '1.2' })).toEqual({
    size: 50,
    group: 'host',
  });
});

test('chips stand in one order, and a page has an address', () => {
  expect(activeFilters({ host: ['h'], q: 'a', size: 50 })).toEqual(['q', 'host']);
  expect(numbersHref(turnPage({ q: 'a', before: '1.1' }, { after: '1.2' }))).toBe('/numbers?q=a&after=1.2');
  expect(numbersHref({})).toBe('/numbers');
});
