import { expect, test } from 'vitest';
import { timingOf } from '#components/history/entry/timing.ts';

const at = (ms: number) => new Date(Date.UTC(2026, 10, 3, 14, 5, 0, ms)).toISOString();
const attempt = (n: number, storedMs: number, finishedMs: number | null, durationMs: number | null) => ({
  n,
  committedAt: at(storedMs),
  finishedAt: finishedMs === null ? null : at(finishedMs),
  durationMs,
});

test('a request is split where its first byte left', () => {
  expect(timingOf([attempt(1, 0, 300, 260)])).toEqual({
    spans: [{ n: 1, waitMs: 40, wireMs: 260 }],
    totalMs: 300,
  });
});

test('a repeat adds what it waited and took', () => {
  expect(timingOf([attempt(1, 0, 30, 20), attempt(2, 30, 630, 100)])).toMatchObject({
    spans: [
      { waitMs: 10, wireMs: 20 },
      { waitMs: 500, wireMs: 100 },
    ],
    totalMs: 630,
  });
});

test('a clock that was set back in between gives no negative wait', () => {
  expect(timingOf([attempt(1, 100, 90, 20)])).toMatchObject({ spans: [{ waitMs: 0, wireMs: 20 }] });
});

test('what is not over, ended unseen or was never sent has no timing', () => {
  expect(timingOf([attempt(1, 0, null, null)])).toBeNull();
  expect(timingOf([attempt(1, 0, 30, 20), attempt(2, 30, 18_000, null)])).toBeNull();
  expect(timingOf([])).toBeNull();
});
