import { expect, test } from 'vitest';
import { describeLives, silences } from '#scripts/campaign/long-run-figures.ts';

test('the longest silences come first, whatever order arrivals come in', () => {
  expect(silences([0, 50, 9_000, 100, 2_100, 2_150], 2)).toEqual([6_850, 2_000]);
  expect(silences([7], 2)).toEqual([]);
});

test('each life has the memory of its first and last minute, and its peak', () => {
  const grows = Array.from({ length: 300 }, (_, second) => 100 + second);
  expect(describeLives([grows, [50]])).toBe('129 -> 369 (peak 399), 50 -> 50 (peak 50)');
});
