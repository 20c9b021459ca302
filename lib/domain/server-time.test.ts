import { expect, test } from 'vitest';
import { clockAhead } from '#lib/domain/server-time.ts';

const minute = 60_000;
/** An answer that took `tookMs`, from a server that is ahead of this browser by `aheadMs`. */
const answer = (aheadMs: number, tookMs = 100) => {
  const askedMs = 1_000_000;
  // Written half-way, and stated as a whole second.
  const statedMs = Math.floor((askedMs + tookMs / 2 + aheadMs) / 1000) * 1000;
  return { statedMs, askedMs, gotMs: askedMs + tookMs };
};

test.each([0, 500, -900, 1900])('a difference of %d ms is none', (ms) => {
  expect(clockAhead(0, answer(ms))).toBe(0);
});

test.each([19 * minute, -19 * minute, 3500, -400 * 24 * 60 * minute])('%d ms are found', (ms) => {
  expect(Math.abs(clockAhead(0, answer(ms)) - ms)).toBeLessThanOrEqual(1000);
});

test('a known difference stays while answers agree with it, and leaves when the clock was set right', () => {
  const known = clockAhead(0, answer(5 * minute));
  expect(clockAhead(known, answer(5 * minute + 700))).toBe(known);
  expect(clockAhead(known, answer(0))).toBe(0);
});

test('a slow answer proves no difference', () => {
  expect(clockAhead(0, answer(8000, 30_000))).toBe(0);
});
