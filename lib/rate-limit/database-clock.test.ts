import { expect, test } from 'vitest';
import { DatabaseClock } from '#lib/rate-limit/database-clock.ts';

/** Of a database whose clock is so far ahead of this process's. */
const aheadMs = 1_000_000;
const hear = (clock: DatabaseClock, atMs: number, [beforeMs, afterMs]: [number, number], ahead = aheadMs) =>
  clock.hear(atMs + ahead, { askedMs: atMs - beforeMs, answeredMs: atMs + afterMs });

test('one statement tells the time within half of what it took', () => {
  const clock = new DatabaseClock();
  hear(clock, 500, [2, 3]);
  expect(Math.abs(clock.toMonotonic(aheadMs + 700) - 700)).toBeLessThanOrEqual(3);
});

test('statements that wait long, before or after they read the clock, do not move it', () => {
  const clock = new DatabaseClock();
  hear(clock, 500, [1, 1]);
  hear(clock, 550, [400, 1]);
  hear(clock, 600, [1, 300]);
  expect(Math.abs(clock.toMonotonic(aheadMs + 700) - 700)).toBeLessThanOrEqual(1);
});

test('a clock that was set is followed at once, whichever way', () => {
  const clock = new DatabaseClock();
  for (const [turn, ahead] of [aheadMs, aheadMs + 3_600_000, aheadMs - 5].entries()) {
    const atMs = 500 + turn * 100;
    hear(clock, atMs, [1, 1], ahead);
    expect(Math.abs(clock.toMonotonic(ahead + atMs) - atMs)).toBeLessThanOrEqual(1);
  }
});

test('what was heard long ago counts no more', () => {
  const clock = new DatabaseClock();
  hear(clock, 0, [1, 1]);
  hear(clock, 10_001, [20, 20], aheadMs + 10);
  expect(Math.abs(clock.toMonotonic(aheadMs + 10 + 10_100) - 10_100)).toBeLessThanOrEqual(1);
});
