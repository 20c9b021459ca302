import { describe, expect, test } from 'vitest';
import type { HistorySearch } from '#lib/history/schema.ts';
import {
  activeFilters,
  changeFilters,
  clearFilters,
  openEntry,
  removeFilter,
  setListFilter,
  sortBy,
  toggleValue,
  turnPage,
} from '#lib/history/search-changes.ts';

const busy: HistorySearch = {
  q: 'acme',
  outcome: ['bound'],
  app: ['1400000000'],
  not: ['app', 'outcome'],
  from: '2026-11-03T14:05:00.000Z',
  size: 50,
  after: 'cursor',
  entry: '00000000-0000-4000-8000-000000000001',
};

describe('changing what history shows', () => {
  test('changing a filter drops the cursor and closes the entry', () => {
    expect(changeFilters(busy, { q: 'beta' })).toEqual({
      q: 'beta',
      outcome: ['bound'],
      app: ['1400000000'],
      not: ['app', 'outcome'],
      from: '2026-11-03T14:05:00.000Z',
      size: 50,
    });
  });

  test('opening an entry keeps the cursor, closing it leaves the rows as they were', () => {
    const { entry: _, ...rows } = busy;
    expect(openEntry(busy, undefined)).toEqual(rows);
    expect(openEntry(rows, 'x').after).toBe('cursor');
  });

  test('turning a page replaces one cursor by the other', () => {
    const turned = turnPage(busy, { before: 'b' });
    expect(turned.before).toBe('b');
    expect(turned).not.toHaveProperty('after');
    expect(turnPage(busy, null)).not.toHaveProperty('after');
  });

  test('removing an excluded filter removes its exclusion too', () => {
    const left = removeFilter(busy, 'outcome');
    expect(left).not.toHaveProperty('outcome');
    expect(left.not).toEqual(['app']);
  });

  test('a list filter without values is no filter, also when excluding', () => {
    const left = setListFilter({ outcome: ['bound'], not: ['outcome'] }, 'outcome', {
      values: [],
      excluded: true,
    });
    expect(left).toEqual({});
  });

  test('excluding is kept beside other exclusions', () => {
    const set = setListFilter({ type: ['inner'], not: ['type'] }, 'outcome', {
      values: ['bound'],
      excluded: true,
    });
    expect(set).toEqual({ type: ['inner'], outcome: ['bound'], not: ['outcome', 'type'] });
  });

  test('a value is added and taken away again, and "is not" goes with the last one', () => {
    const one = toggleValue({ outcome: ['bound'], not: ['outcome'], after: 'x' }, 'outcome', 'refused');
    expect(one).toEqual({ outcome: ['bound', 'refused'], not: ['outcome'] });
    expect(toggleValue(one, 'outcome', 'bound')).toEqual({ outcome: ['refused'], not: ['outcome'] });
    expect(
      toggleValue({ host: ['a.example'], not: ['host', 'type'], type: ['inner'] }, 'host', 'a.example'),
    ).toEqual({
      type: ['inner'],
      not: ['type'],
    });
  });

  test('filters of a view keep its name, and clearing them drops it', () => {
    expect(changeFilters({ view: 'mine', q: 'a' }, { q: 'b' })).toEqual({ view: 'mine', q: 'b' });
    expect(clearFilters({ view: 'mine', q: 'a', size: 50 })).toEqual({ size: 50 });
  });

  test('clear all leaves the order and the page size alone', () => {
    expect(clearFilters({ ...busy, sort: 'number', order: 'asc' })).toEqual({
      sort: 'number',
      order: 'asc',
      size: 50,
    });
    expect(activeFilters(clearFilters(busy))).toEqual([]);
  });

  test('each thing a person set is one chip', () => {
    expect(activeFilters(busy)).toEqual(['q', 'outcome', 'app', 'time']);
    expect(activeFilters({ host: ['a.example'], actor: ['u-1'], sort: 'number' })).toEqual(['actor', 'host']);
  });

  test('sorting begins with the newest, the longest and the lowest number, and turns round on the second click', () => {
    const rows: HistorySearch = { q: 'acme', after: 'cursor' };
    expect(sortBy(rows, 'time')).toEqual({ q: 'acme', order: 'asc' });
    expect(sortBy({ order: 'asc' }, 'time')).toEqual({});
    expect(sortBy(rows, 'number')).toEqual({ q: 'acme', sort: 'number', order: 'asc' });
    expect(sortBy({ sort: 'number', order: 'asc' }, 'number')).toEqual({ sort: 'number' });
    expect(sortBy({ sort: 'number', order: 'asc' }, 'duration')).toEqual({ sort: 'duration' });
    expect(sortBy({ sort: 'duration', order: 'asc' }, 'time')).toEqual({});
  });
});
