import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '#lib/server/log.ts';
import { orSay, repeat } from '#lib/server/repeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('an act is done again and again, never twice at once, and not after its end', async () => {
  let atOnce = 0;
  let most = 0;
  let times = 0;
  const end = repeat({
    do: async () => {
      times += 1;
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 250));
      atOnce -= 1;
    },
    everyMs: 100,
  });
  expect(times).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(times).toBeGreaterThan(2);
  expect(most).toBe(1);
  const ended = end();
  await vi.advanceTimersByTimeAsync(10_000);
  await ended;
  expect(atOnce).toBe(0);
  const before = times;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(times).toBe(before);
});

test('a tick is skipped while one runs, and nothing starts after the end', async () => {
  let started = 0;
  const end = repeat({
    do: async () => {
      started += 1;
      await new Promise((resolve) => setTimeout(resolve, 4_050));
    },
    everyMs: 100,
  });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(started).toBe(1);
  const ended = end().then(() => 'ended');
  // The act began after 100 ms and takes 4,050 ms: 39 ticks came meanwhile.
  await vi.advanceTimersByTimeAsync(200);
  expect(await Promise.race([ended, Promise.resolve('still waiting')])).toBe('ended');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(started).toBe(1);
});

test('a slow act is done again at the next tick, however many it has missed', async () => {
  const startedAt: number[] = [];
  const from = Date.now();
  const end = repeat({
    do: async () => {
      startedAt.push(Date.now() - from);
      await new Promise((resolve) => setTimeout(resolve, startedAt.length === 1 ? 950 : 1));
    },
    everyMs: 100,
  });
  await vi.advanceTimersByTimeAsync(1_350);
  expect(startedAt).toEqual([100, 1_100, 1_200, 1_300]);
  await end();
});

test('ending twice, or before anything was done, does nothing', async () => {
  let times = 0;
  const end = repeat({
    do: async () => {
      times += 1;
    },
    everyMs: 100,
  });
  await Promise.all([end(), end()]);
  await vi.advanceTimersByTimeAsync(1_000);
  await end();
  expect(times).toBe(0);
});

test('its end waits for what is under way', async () => {
  let over = false;
  const end = repeat({
    do: async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      over = true;
    },
    everyMs: 100,
  });
  await vi.advanceTimersByTimeAsync(150);
  const ended = end();
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(500);
  await ended;
  expect(over).toBe(true);
});

test('an act that fails is told to the log, and done again', async () => {
  const said = vi.spyOn(log, 'error').mockImplementation(() => {});
  let times = 0;
  const act = async () => {
    times += 1;
    throw new TypeError('secret words');
  };
  const end = repeat({ do: orSay(act, 'it could not be done'), everyMs: 100 });
  await vi.advanceTimersByTimeAsync(350);
  await end();
  expect(times).toBe(3);
  expect(said).toHaveBeenCalledTimes(3);
  expect(said).toHaveBeenCalledWith({ name: 'TypeError' }, 'it could not be done');
});
