import { describe, expect, test } from 'vitest';
import { startSimulator } from '#lib/simulator/control.ts';
import { sendByHand } from '#lib/simulator/hand-signed.ts';
import { createLimiter } from '#lib/simulator/limiter.ts';

describe('twenty a second', () => {
  test('holds for every whole and every sliding second, however requests arrive', () => {
    const limiter = createLimiter(20);
    const accepted: number[] = [];
    for (let atMs = 1000; atMs < 9000; atMs += 7) if (limiter.admit('Bind', atMs)) accepted.push(atMs);
    const most = (inWindow: (past: number, atMs: number) => boolean) =>
      Math.max(...accepted.map((atMs) => accepted.filter((past) => inWindow(past, atMs)).length));
    expect(most((past, atMs) => Math.floor(past / 1000) === Math.floor(atMs / 1000))).toBe(20);
    expect(most((past, atMs) => past <= atMs && past > atMs - 1000)).toBe(20);
    expect(limiter.counters()).toMatchObject({ busiestWholeSecond: 143, busiestSlidingSecond: 143 });
  });

  test('a burst across the turn of a second is one too many for the sliding second alone', () => {
    const limiter = createLimiter(20);
    const burst = [...Array.from({ length: 11 }, () => 1990), ...Array.from({ length: 10 }, () => 2010)];
    expect(burst.filter((atMs) => limiter.admit('Bind', atMs))).toHaveLength(20);
    expect(limiter.counters()).toEqual({ limited: 1, busiestWholeSecond: 11, busiestSlidingSecond: 21 });
  });

  test('requests that were turned away do not push the limit on', () => {
    const limiter = createLimiter(20);
    for (let n = 0; n < 500; n += 1) limiter.admit('Bind', 1000 + n);
    expect(limiter.admit('Bind', 2000)).toBe(true);
  });

  test('each action has its own window, and null means no limit', () => {
    const limiter = createLimiter(1);
    expect([limiter.admit('Bind', 1), limiter.admit('List', 1), limiter.admit('Bind', 1)]).toEqual([
      true,
      true,
      false,
    ]);
    const open = createLimiter(null);
    expect(Array.from({ length: 99 }, () => open.admit('Bind', 1)).every(Boolean)).toBe(true);
  });
});

test('over the wire each verdict follows from the arrivals, and what is turned away is not applied', async () => {
  const { endpoint, control, stop } = await startSimulator();
  await Promise.all(Array.from({ length: 45 }, () => sendByHand({ endpoint })));
  const log = (await control.log()).sort((a, b) => a.arrivedAtMs - b.arrivedAtMs);
  const accepted = log.filter(({ verdict }) => verdict === 'ok').map(({ arrivedAtMs }) => arrivedAtMs);
  for (const atMs of accepted) {
    expect(accepted.filter((past) => past <= atMs && past > atMs - 1000).length).toBeLessThanOrEqual(20);
  }
  const refused = log.filter(({ verdict }) => verdict === 'RequestLimitExceeded');
  expect(refused.length + accepted.length).toBe(45);
  expect(refused.every(({ appliedOrder }) => appliedOrder === null)).toBe(true);
  expect((await control.counters()).limited).toBe(refused.length);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  expect((await sendByHand({ endpoint })).code).toBeNull();
  await stop();
});

test('somebody else can spend the same quota', async () => {
  const { control, stop } = await startSimulator();
  expect(await control.spend(50)).toBe(20);
  await stop();
});

test('a request that is not trusted does not spend the quota', async () => {
  const { endpoint, control, stop } = await startSimulator();
  await Promise.all(Array.from({ length: 25 }, () => sendByHand({ endpoint, secretKey: 'another-key' })));
  expect(await control.counters()).toMatchObject({ requests: 25, busiestSlidingSecond: 0 });
  await stop();
});
