import { expect, it } from 'vitest';
import { SetForward } from '#lib/delivery/clock-jump.ts';
import { leaseMs, recoveryEveryMs } from '#lib/delivery/limits.ts';

const dayMs = 86_400_000;

/** Looks every so often at a clock that is so far ahead, each with a statement that takes so long. */
function look(setForward: SetForward, atMs: number, aheadMs: number, tookMs = 2): boolean {
  return setForward.hear(atMs + aheadMs, { askedMs: atMs - tookMs / 2, answeredMs: atMs + tookMs / 2 });
}

it('a clock that runs on, however slow its statements are, was not set', () => {
  const setForward = new SetForward();
  for (let atMs = 0; atMs < dayMs / 100; atMs += recoveryEveryMs)
    expect(look(setForward, atMs, dayMs, (atMs % 7) * 1_000 + 1)).toBe(false);
});

it('a clock set an hour forward judges no lease until each has ended on its own clock', () => {
  const setForward = new SetForward();
  expect(look(setForward, 0, 0)).toBe(false);
  const jumpedMs = recoveryEveryMs;
  for (let atMs = jumpedMs; atMs <= jumpedMs + leaseMs; atMs += 1_000)
    expect(look(setForward, atMs, 3_600_000)).toBe(true);
  expect(look(setForward, jumpedMs + leaseMs + 1_000, 3_600_000)).toBe(false);
});

it('a clock set back makes no lease look over', () => {
  const setForward = new SetForward();
  expect(look(setForward, 0, 0)).toBe(false);
  expect(look(setForward, recoveryEveryMs, -3_600_000)).toBe(false);
  expect(look(setForward, 2 * recoveryEveryMs, 0)).toBe(true);
});
