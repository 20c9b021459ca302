import { expect, test } from 'vitest';
import { lostOf, perSecond, settledAfterMs, within } from '#scripts/bench/batches-figures.ts';

/** One every `everyMs` from one moment up to another. */
const steady = (fromMs: number, untilMs: number, everyMs: number): number[] =>
  Array.from({ length: Math.round((untilMs - fromMs) / everyMs) }, (_, index) => fromMs + index * everyMs);

test('a rate is counted between the first and the last', () => {
  expect(perSecond(steady(0, 10_000, 50))).toBeCloseTo(20, 9);
  expect(perSecond([5])).toBeNaN();
});

test('what fell to half after three seconds has settled there once five seconds went through as fast', () => {
  const times = [...steady(0, 10_000, 50), ...steady(13_000, 30_000, 100)];
  const after = settledAfterMs(times, { fromMs: 10_000, untilMs: 30_000, left: 10 });
  expect(after).toBeGreaterThanOrEqual(7_700);
  expect(after).toBeLessThanOrEqual(8_000);
});

test('what went through before does not help, and what is too slow never settles', () => {
  const times = [...steady(0, 10_000, 10), ...steady(10_000, 40_000, 112)];
  expect(settledAfterMs(times, { fromMs: 10_000, untilMs: 40_000, left: 10 })).toBeNull();
  expect(within(times, 10_000, 20_000)).toBe(90);
});

test('lost is what is bound to something else, what is not bound, and what nobody was told of', () => {
  const wanted = ['1', '2', '3', '4'].map((number) => ({ number, callbackUrl: `https://a/${number}` }));
  const bound = new Map([
    ['1', 'https://a/1'],
    ['2', 'https://b/2'],
    ['4', 'https://a/4'],
  ]);
  expect(lostOf({ wanted, bound, told: new Set(['1', '2', '3']) })).toBe(3);
});
