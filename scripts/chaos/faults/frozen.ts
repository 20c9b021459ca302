import { leaseMs } from '#lib/delivery/limits.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { wait, waitFor } from '#scripts/chaos/wait.ts';

/** Longer than any lease it held, and what it takes others to notice. */
const frozenMs = leaseMs + 5_000;

/**
 * On PostgreSQL a worker is stopped and the server takes over; on the embedded database the only process is stopped, and
 * finds its own leases over.
 */
export const frozen: Fault = {
  n: 23,
  title: 'SIGSTOP beyond the lease, then SIGCONT',
  databases,
  async run(ground, random) {
    const { control } = ground.simulator;
    const person = await ground.startServer();
    const worker = ground.database.kind === 'postgres' ? await ground.startWorker() : null;
    const { process } = worker ?? ground.server;
    const numbers = ground.numbers(random.int(150, 180));
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    const after = random.int(30, 60);
    await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null), {
      everyMs: 10,
    });
    process.kill('SIGSTOP');
    const frozenAt = Date.now();
    await wait(frozenMs);
    const without = (await control.log()).length;
    const wokenAt = Date.now();
    process.kill('SIGCONT');
    const { counts } = await person.batchAt(id, ['done']);
    await wait(2_000);

    const lines = await person.lines(id);
    const commitsOf = new Map(
      lines.map(({ number, attempts }) => [number, attempts.map((each) => Date.parse(each.committedAt))]),
    );
    const stale = (await control.log()).filter(({ arrivedAt, number }) => {
      const arrivedMs = Date.parse(arrivedAt);
      const committedMs = commitsOf.get(number ?? '')?.findLast((ms) => ms <= arrivedMs) ?? 0;
      return arrivedMs > wokenAt && committedMs <= frozenAt;
    });
    const inDoubt = lines.filter(({ attempts }) => attempts.some(({ outcome }) => outcome === 'unknown'));
    return [
      within(`stopped after ${after} requests for ${frozenMs / 1000} s, requests by then`, without, {
        from: worker === null ? after : numbers.length - 20,
        to: worker === null ? after + 10 : numbers.length + 40,
        unit: 'requests',
      }),
      within('lines it had claimed, settled as unknown or sent again', inDoubt.length, {
        to: 70,
        unit: 'lines',
      }),
      same(
        'requests it sent on a lease from before',
        stale.map(({ n }) => n),
        [],
      ),
      same(`batch of ${numbers.length}, bound in the end`, counts.bound, numbers.length),
    ];
  },
};
