import { expect, test } from 'vitest';
import { describeClockSkew } from '#lib/domain/clock-skew.ts';

test.each([
  [12 * 60_000 + 20_000, { direction: 'behind', minutes: 12 }],
  [-6 * 60_000, { direction: 'ahead', minutes: 6 }],
  [60_000, { direction: 'behind', minutes: 1 }],
])('a skew of %i ms is told in minutes and with its direction', (skewMs, told) => {
  expect(describeClockSkew(skewMs)).toEqual(told);
});

test.each([0, 59_999, -59_999])('a skew of %i ms explains nothing and is not told', (skewMs) => {
  expect(describeClockSkew(skewMs)).toBeNull();
});
