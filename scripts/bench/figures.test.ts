import { expect, test } from 'vitest';
import { quantile, spread } from '#scripts/bench/figures.ts';

test('a quantile is one of the figures, whatever their order', () => {
  expect(quantile([30, 10, 20], 0.5)).toBe(20);
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(quantile([5], 0.95)).toBe(5);
});

test('one slow call in twenty is above the 95th percentile, two are not', () => {
  const fast = Array.from({ length: 19 }, () => 1);
  expect(spread([...fast, 100])).toEqual(['1.0', '1.0']);
  expect(spread([...fast.slice(1), 100, 100])).toEqual(['1.0', '100.0']);
});
