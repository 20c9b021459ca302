import { expect, test } from 'vitest';
import { rowsToDraw } from '#components/bulk/new/row-window.ts';

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

test('rows in sight and eight around them are drawn, of however many', () => {
  expect(rowsToDraw({ firstInSight: 100, inSight: 10, count: 20_000 }, [])).toEqual(from(92, 117));
  expect(rowsToDraw({ firstInSight: 0, inSight: 10, count: 5 }, [])).toEqual(from(0, 4));
  expect(rowsToDraw({ firstInSight: 0, inSight: 10, count: 0 }, [])).toEqual([]);
});

test('a list that became shorter than the place scrolled to is drawn to its end', () => {
  expect(rowsToDraw({ firstInSight: 900, inSight: 10, count: 12 }, [])).toEqual(from(3, 11));
});

test('a row that is kept stands in its place, once, and only while the list has it', () => {
  const sight = { firstInSight: 100, inSight: 2, count: 1000 };
  expect(rowsToDraw(sight, [7])).toEqual([7, ...from(92, 109)]);
  expect(rowsToDraw(sight, [100])).toEqual(from(92, 109));
  expect(rowsToDraw(sight, [-1, 1000])).toEqual(from(92, 109));
});
