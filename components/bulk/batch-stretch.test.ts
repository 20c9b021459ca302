import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesIn, stretchOf } from '#components/bulk/batch-stretch.ts';
import type { BatchLinesPage } from '#lib/bulk/view.ts';

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
