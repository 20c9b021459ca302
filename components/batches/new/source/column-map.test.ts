import { expect, test } from 'vitest';
import { meaningOf, withMeaning } from '#components/batches/new/source/column-map.ts';

const map = { hasHeader: true, columns: { number: 0, callbackUrl: 1 }, headers: ['a', 'b'] };

test('a column has one meaning and a meaning one column', () => {
  expect(withMeaning(map, 2, 'callbackUrl').columns).toEqual({ number: 0, callbackUrl: 2 });
  expect(withMeaning(map, 0, 'callbackUrl').columns).toEqual({ callbackUrl: 0 });
  expect(withMeaning(map, 1, null).columns).toEqual({ number: 0 });
  expect(meaningOf(map, 1)).toBe('callbackUrl');
  expect(meaningOf(map, 2)).toBeNull();
});
