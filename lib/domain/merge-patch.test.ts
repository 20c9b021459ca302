import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPatches, mergePatch } from '#lib/domain/merge-patch.ts';

test('a patch changes what it names, deep down too, and null takes away', () => {
  const kept = { zone: 'utc', widths: { time: 200, number: 90 }, columns: ['time', 'app'] };
  expect(mergePatch(kept, { zone: null, widths: { time: null, app: 100 }, columns: ['time'] })).toEqual({
    widths: { number: 90, app: 100 },
    columns: ['time'],
  });
  expect(mergePatch('not fields', { widths: { time: 1, app: null } })).toEqual({ widths: { time: 1 } });
  expect(mergePatch(kept, { zone: undefined })).toEqual(kept);
});

const value = fc.constantFrom<unknown>(null, 1, 'a', ['x']);
const names = fc.constantFrom('a', 'b', 'c');
const flat = fc.dictionary(names, value);
const fields = fc.dictionary(names, fc.oneof(value, flat));

test('patches joined do the same as one after the other', () => {
  const shaped = fc.record({ a: value, b: fc.option(flat) }, { requiredKeys: [] });
  fc.assert(
    fc.property(fields, shaped, shaped, (kept, one, two) => {
      // What a patch cannot say: taken away, then given again.
      fc.pre(!(one.b === null && two.b));
      expect(mergePatch(kept, joinPatches(one, two))).toEqual(mergePatch(mergePatch(kept, one), two));
    }),
  );
});
