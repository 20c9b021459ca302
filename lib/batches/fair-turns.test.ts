import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { startRunner } from '#lib/batches/runner.ts';
import { changeBatch } from '#lib/batches/service.ts';
import { begin, freshNumbers, look } from '#lib/testing/batches/batch.ts';
import { ada, type Bench, describeWithProvider } from '#lib/testing/bindings/bench.ts';

const runner = fileURLToPath(new URL('../testing/batches/runner.ts', import.meta.url));
const settled = { timeout: 120_000, interval: 50 };

/** Runs batches here, or in so many processes beside this one, while `work` goes on. */
async function whileSending<T>(bench: Bench, processes: number, work: () => Promise<T>): Promise<T> {
  const { context, simulator, database } = bench;
  const { secretId, secretKey } = simulator.credentials;
  const children: ChildProcess[] = [];
  for (let started = 0; started < processes; started += 1) {
    const child = fork(runner, [database.databaseUrl ?? '', simulator.endpoint, secretId, secretKey], {
      execArgv: ['--conditions=react-server'],
    });
    await once(child, 'message');
    children.push(child);
  }
  for (const child of children) child.send('go');
  const stop = processes === 0 ? startRunner(context) : async () => {};
  try {
    return await work();
  } finally {
    await stop();
    for (const child of children) {
      child.send('stop');
      await once(child, 'exit');
    }
  }
}

const lines = (numbers: string[]) => numbers.map((number) => ({ number }));

describeWithProvider('turns', (bench, kind) => {
  const arrived = async () => (await bench().simulator.control.log()).map(({ number }) => number ?? '');
  const stop = (batchId: string) => changeBatch(bench().context, ada, { batchId, to: 'stopped' });
  /** A batch on PostgreSQL is sent by processes beside this one as well. */
  const ways = (name: string, test: (processes: number) => Promise<void>) => {
    it(`${name}, in one process`, () => test(0), 180_000);
    if (kind === 'postgres') it(`${name}, in processes beside each other`, () => test(2), 180_000);
  };

  ways(
    'a small batch is done in about twice its own time beside a big one that began before it',
    async (processes) => {
      const [big, small] = [freshNumbers(400), freshNumbers(40)];
      const bigId = await begin(bench(), lines(big));
      await whileSending(bench(), processes, async () => {
        await vi.waitFor(
          async () => expect((await look(bench(), bigId)).counts.bound).toBeGreaterThan(5),
          settled,
        );
        const smallId = await begin(bench(), lines(small));
        await vi.waitFor(
          async () =>
            expect(await look(bench(), smallId)).toMatchObject({ state: 'done', counts: { bound: 40 } }),
          settled,
        );
        expect((await look(bench(), bigId)).state).toBe('running');
        await stop(bigId);
      });
      const order = await arrived();
      const [first, last] = [order.indexOf(small[0] ?? ''), order.lastIndexOf(small.at(-1) ?? '')];
      const between = order.slice(first, last).filter((number) => big.includes(number)).length;
      expect(between).toBeGreaterThanOrEqual(30);
      expect(between).toBeLessThanOrEqual(50);
    },
  );

  ways('somebody who binds waits for a few slots only while a batch is sent', async (processes) => {
    const batch = freshNumbers(300);
    const id = await begin(bench(), lines(batch));
    const overtaken: number[] = [];
    await whileSending(bench(), processes, async () => {
      await vi.waitFor(
        async () => expect((await look(bench(), id)).counts.bound).toBeGreaterThan(5),
        settled,
      );
      for (const number of freshNumbers(6)) {
        const { binding } = await bench().bindNow({ number });
        expect(binding.state).toBe('bound');
        const [attempt] = await bench().attemptsOf(binding.id);
        const [arrival] = await bench().arrivals(number);
        const sent = (await bench().simulator.control.log()).filter(
          (each) =>
            Date.parse(each.arrivedAt) > (attempt?.committedAt.getTime() ?? 0) &&
            each.arrivedAtMs < (arrival?.arrivedAtMs ?? 0),
        );
        overtaken.push(sent.length);
      }
      expect((await look(bench(), id)).state).toBe('running');
      await stop(id);
    });
    // Whose turn it is, and what was on its way; of processes beside it each has a slot of its own. A busy machine holds one or
    // the other up after its turn has come, so that more arrive before it: not most of them.
    const usual = overtaken.toSorted((one, other) => one - other)[overtaken.length / 2] ?? Number.NaN;
    expect(usual).toBeLessThanOrEqual(1 + Math.max(1, processes));
  });
});
