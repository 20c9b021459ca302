import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countRanges, inRanges, toRanges } from '#lib/batches/lines/reading.ts';

it('lines are written as ranges', () => {
  expect(toRanges([2, 3, 4, 7, 9, 10])).toBe('2-4,7,9-10');
  expect([countRanges('2-4,7,9-10'), inRanges('2-4,7,9-10')(8), inRanges('2-4,7,9-10')(9)]).toEqual([
    6,
    false,
    true,
  ]);
});

it('whatever is written as ranges is read as the same lines', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (some) => {
      const lines = some.toSorted((one, other) => one - other);
      const ranges = toRanges(lines);
      expect(countRanges(ranges)).toBe(lines.length);
      const has = inRanges(ranges);
      expect(Array.from({ length: 300 }, (_, at) => at + 1).filter(has)).toEqual(lines);
    }),
    { numRuns: 100 },
  );
});
