import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesIn, rowsToDraw, stretchOf } from '#components/data-table/visible-rows.ts';
import type { BatchLinesPage } from '#lib/batches/view.ts';

const positive = fc.integer({ min: 1, max: 2000 });

test('whatever is on the screen is drawn, and never much more than that', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -3000, max: 2_000_000 }),
      positive,
      fc.integer({ min: 20, max: 300 }),
      (abovePx, screenPx, rowPx) => {
        const { first, end } = stretchOf({ abovePx, screenPx, rowPx });
        expect(first * rowPx).toBeLessThanOrEqual(Math.max(0, abovePx));
        expect(end * rowPx).toBeGreaterThanOrEqual(abovePx + screenPx);
        expect(end - first).toBeLessThanOrEqual(screenPx / rowPx + 48);
        expect(end).toBeGreaterThan(first);
      },
    ),
  );
});

test('a scroll of a pixel draws the same rows', () => {
  const at = (abovePx: number) => stretchOf({ abovePx, screenPx: 700, rowPx: 60 });
  expect(at(2001)).toEqual(at(2000));
  expect(at(0)).toEqual({ first: 0, end: 24 });
});

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

test('of a list the rows of a stretch are drawn, and to its end where it became shorter', () => {
  expect(rowsToDraw({ first: 96, end: 120 }, { count: 20_000, kept: [] })).toEqual(from(96, 119));
  expect(rowsToDraw({ first: 0, end: 24 }, { count: 5, kept: [] })).toEqual(from(0, 4));
  expect(rowsToDraw({ first: 0, end: 24 }, { count: 0, kept: [] })).toEqual([]);
  expect(rowsToDraw({ first: 896, end: 920 }, { count: 100, kept: [] })).toEqual(from(76, 99));
});

test('a row that is kept stands in its place, once, and only while the list has it', () => {
  const sight = { first: 96, end: 104 };
  expect(rowsToDraw(sight, { count: 1000, kept: [7] })).toEqual([7, ...from(96, 103)]);
  expect(rowsToDraw(sight, { count: 1000, kept: [100] })).toEqual(from(96, 103));
  expect(rowsToDraw(sight, { count: 1000, kept: [-1, 1000] })).toEqual(from(96, 103));
});

test('pages are found by the rows they hold', () => {
  const pages = [200, 200, 40].map(
    (size): BatchLinesPage => ({ lines: Array.from({ length: size }), nextAfter: null }) as BatchLinesPage,
  );
  expect(pagesIn(pages, { first: 0, end: 24 })).toEqual([0]);
  expect(pagesIn(pages, { first: 192, end: 224 })).toEqual([0, 1]);
  expect(pagesIn(pages, { first: 200, end: 400 })).toEqual([1]);
  expect(pagesIn(pages, { first: 392, end: 500 })).toEqual([1, 2]);
  expect(pagesIn(pages, { first: 440, end: 500 })).toEqual([]);
});
