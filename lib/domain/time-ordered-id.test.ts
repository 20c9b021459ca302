import { expect, it } from 'vitest';
import { makeTimeOrderedId } from '#lib/domain/time-ordered-id.ts';

const at = new Date('2026-11-30T12:00:00.123Z');
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('ids of one millisecond sort by the place they are given, at every width of it', () => {
  const places = [0, 1, 63, 64, 255, 256, 16_383, 16_384, 16_385, 999_999, 1_000_000, 2 ** 26 - 1];
  const ids = places.map((place) => makeTimeOrderedId(at, place));
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(uuidV7);
});

it('a later millisecond sorts behind every place of an earlier one', () => {
  const later = new Date(at.getTime() + 1);
  expect(makeTimeOrderedId(later, 0) > makeTimeOrderedId(at, 2 ** 26 - 1)).toBe(true);
});

it('two ids of the same place differ, and a place that does not fit is refused', () => {
  expect(makeTimeOrderedId(at, 7)).not.toBe(makeTimeOrderedId(at, 7));
  for (const place of [-1, 1.5, 2 ** 26, Number.NaN])
    expect(() => makeTimeOrderedId(at, place)).toThrow(RangeError);
});
