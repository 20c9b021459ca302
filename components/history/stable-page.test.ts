import { expect, test } from 'vitest';
import { type Held, nextHeld, offerOf, withNews } from '#components/history/stable-page.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import type { HistoryPage } from '#lib/history/view.ts';

const row = (id: string, state: BindingView['state'] = 'bound') => ({ id, state }) as BindingView;
const page = (ids: string, nextCursor: string | null = 'more'): HistoryPage => ({
  rows: [...ids].map((id) => row(id)),
  nextCursor,
  previousCursor: null,
  total: { count: ids.length, exact: true },
  denied: null,
  people: {},
  batches: {},
});
const held = (ids: string, settled = true): Held => ({ key: 'a', page: page(ids), settled });
const arrival = { key: 'a', fetching: false, live: false };

test('rows that came of themselves change nothing that is shown', () => {
  const before = held('cba');
  expect(nextHeld(before, { ...arrival, page: page('dcb') })).toBe(before);
  expect(nextHeld(before, { ...arrival, page: undefined })).toBe(before);
});

test.each([
  ['another search', held('cba'), { ...arrival, key: 'b' }],
  ['live mode', held('cba'), { ...arrival, live: true }],
  ['an empty page, which has nothing to move', held(''), arrival],
  ['a page of the cache, until the first answer', held('cba', false), arrival],
])('%s takes the rows that came', (_what, before, asked) => {
  const next = nextHeld(before, { ...asked, page: page('dcb') });
  expect(next).toEqual({ key: asked.key, page: page('dcb'), settled: true });
});

test('a page of the cache stays where the first answer has lost a row that is shown under way', () => {
  const underWay = { ...page('cba'), rows: [row('c', 'sending'), row('b'), row('a')] };
  const before: Held = { key: 'a', page: underWay, settled: false };
  expect(nextHeld(before, { ...arrival, page: page('ba') })).toEqual({ ...before, settled: true });
  expect(nextHeld(before, { ...arrival, page: page('dcb') })?.page).toEqual(page('dcb'));
});

test('a page of the cache is settled by an answer that says the same', () => {
  const before = held('cba', false);
  expect(nextHeld(before, { ...arrival, page: before.page, fetching: true })).toBe(before);
  expect(nextHeld(before, { ...arrival, page: before.page })).toEqual({ ...before, settled: true });
});

test.each([
  ['nothing new', 'cba', 'cba', 0, false],
  ['one in front', 'cba', 'dcb', 1, false],
  ['two in front', 'cba', 'edc', 2, false],
  ['so many that no shown row is left', 'cba', 'gfe', 3, true],
  ['one between, whose state has begun to match', 'dba', 'dcb', 1, false],
  ['one that fills the page up, where a row no longer matches', 'dcb', 'dba', 0, false],
])('offers %s', (_what, shown, newest, count, more) => {
  expect(offerOf(page(shown), page(newest))).toEqual({ count, more });
});

test('a page that is not full has nothing behind it, so any other row is new', () => {
  expect(offerOf(page('ba', null), page('bax', null))).toEqual({ count: 1, more: false });
});

test('a shown row changes its state in its place', () => {
  const shown = { ...page(''), rows: [row('b', 'sending'), row('a')] };
  const after = withNews(shown, [row('c'), row('b', 'refused')]);
  expect(after.rows.map(({ id, state }) => `${id} ${state}`)).toEqual(['b refused', 'a bound']);
});
