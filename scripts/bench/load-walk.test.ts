import { expect, test } from 'vitest';
import { dice } from '#lib/testing/seed/pools.ts';
import { type Known, walk, withCursor } from '#scripts/bench/load-walk.ts';

const known: Known = {
  id: 'b-1',
  appId: '1400000000',
  number: '0086075586013388',
  host: 'ivr.acme.example',
  actor: 'Ada Lin',
  requestId: '8a1e9c52-0f6e-4a53-9d0c-6a2f5b1c7d3e',
  code: 'OperationDenied',
};

function kindsOf(seed: number, steps: number): string[] {
  const walking = walk([known], dice(seed));
  const taken = Array.from({ length: steps }, () => walking.next().value ?? []);
  return taken.flat().map(({ kind }) => kind);
}

test('a reader comes by every kind of read, pages too', () => {
  const kinds = new Set(kindsOf(1, 300));
  const pages = ['page: history', 'page: number', 'page: overview', 'page: board'];
  const searches = ['number', 'host', 'code', 'actor', 'RequestId', 'absent'].map(
    (what) => `search: ${what}`,
  );
  const others = ['history, newest', 'filter: outcome', 'filter menu', 'next page', 'entry', 'chart'];
  const more = ['board', 'board, host', 'board, search', 'timeline', 'overview', 'lists'];
  expect([...kinds].sort()).toEqual([...pages, ...searches, ...others, ...more].sort());
});

test('the same seed walks the same way, another one another', () => {
  expect(kindsOf(1, 50)).toEqual(kindsOf(1, 50));
  expect(kindsOf(1, 50)).not.toEqual(kindsOf(2, 50));
});

test('the next page follows the page before it, and is the first where that was the last', () => {
  expect(withCursor('/api/bindings?q=a+b&after=the-next-cursor', 'x/1')).toBe(
    '/api/bindings?q=a+b&after=x%2F1',
  );
  expect(withCursor('/api/bindings?q=a&after=the-next-cursor', null)).toBe('/api/bindings?q=a');
  expect(withCursor('/api/bindings?after=the-next-cursor', null)).toBe('/api/bindings');
  expect(withCursor('/api/bindings?q=a', 'x')).toBe('/api/bindings?q=a');
});
