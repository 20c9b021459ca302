import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { longestQueueMs } from '#lib/rate-limit/limits.ts';
import { type Bench, describeWithProvider, freshNumber } from '#lib/testing/bindings/bench.ts';

const sender = fileURLToPath(new URL('../testing/bindings/sender.ts', import.meta.url));
const manyNumbers = (count: number): string[] => Array.from({ length: count }, freshNumber);

/** Another console on the same database, which sends when it is told to and says how each binding ended. */
async function startSender({ simulator }: Bench, databaseUrl: string, numbers: string[]) {
  const { secretId, secretKey } = simulator.credentials;
  const child = fork(sender, [databaseUrl, simulator.endpoint, secretId, secretKey, ...numbers], {
    execArgv: ['--conditions=react-server'],
  });
  await once(child, 'message');
  return async (): Promise<string[]> => {
    child.send('go');
    const [states] = await once(child, 'message');
    return states as string[]; // sent by test-sender.ts
  };
}

const sendHere = async (bench: Bench, numbers: string[]): Promise<string[]> =>
  Promise.all(numbers.map(async (number) => (await bench.bindNow({ number })).binding.state));

describeWithProvider('two hundred sends at once', (bench) => {
  it('fault 12: four processes on one database, or one alone, keep to the limit that they share', async () => {
    const { databaseUrl } = bench().database;
    const senders = databaseUrl
      ? await Promise.all([1, 2, 3, 4].map(() => startSender(bench(), databaseUrl, manyNumbers(50))))
      : [() => sendHere(bench(), manyNumbers(200))];
    const states = (await Promise.all(senders.map((send) => send()))).flat();
    const arrivals = await bench().simulator.control.log();
    const counters = await bench().simulator.control.counters();
    const times = arrivals.map(({ arrivedAtMs }) => arrivedAtMs);
    const rate = ((times.length - 1) * 1000) / (Math.max(...times) - Math.min(...times));
    // biome-ignore lint/suspicious/noConsole: the figure is the point, and depends too much on the machine to be asserted
    console.info(
      `${senders.length} processes: ${rate.toFixed(2)} sends/s, at most ${counters.busiestSlidingSecond} in any second (${bench().database.kind})`,
    );
    // A machine so busy that the rate limit answers often uses up the time of some bindings: they end as refused, never as unknown.
    const bound = states.filter((state) => state === 'bound').length;
    expect(states.filter((state) => state !== 'bound' && state !== 'refused')).toEqual([]);
    // So do those that wait longer than the longest queue. What this machine sends in that time, less a quarter, is bound.
    const inQueue = (rate * longestQueueMs) / 1000;
    expect(bound).toBeGreaterThanOrEqual(Math.min(150, inQueue * 0.75));
    // pace.test.ts asserts the distance of the slots exactly. A busy machine delays some requests between their slot and
    // the simulator, and they arrive closer together. Without a shared pace a second holds 80 or more.
    expect(counters.limited).toBeLessThanOrEqual(40);
    expect(counters.busiestSlidingSecond).toBeLessThanOrEqual(30);
    expect(arrivals.filter(({ appliedOrder }) => appliedOrder !== null)).toHaveLength(bound);
  }, 600_000);
});
