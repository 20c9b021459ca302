import { databases, type Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { wait, waitFor } from '#scripts/chaos/wait.ts';

/** Arrivals a second between two moments of the simulator's clock. */
const rateIn = (times: readonly number[], fromMs: number, toMs: number): number =>
  (times.filter((time) => time >= fromMs && time < toMs).length * 1000) / (toMs - fromMs);

export const sharedQuota: Fault = {
  n: 12,
  title: 'somebody else uses up the quota of the key',
  databases,
  waived: { I7: "the simulator counts the other user's requests too" },
  async run(ground, random) {
    const { control } = ground.simulator;
    const person = await ground.startServer();
    if (ground.database.kind === 'postgres') await ground.startWorker();
    const limited = ground.number();
    const code = random.pick(['RequestLimitExceeded', 'RequestLimitExceeded.UinLimitExceeded']);
    await ground.faultOn(limited, { kind: 'code', code, applied: false });
    const form = await person.bindNow({ number: limited, key: random.uuid() });

    const numbers = ground.numbers(random.int(260, 300));
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    await waitFor('the batch to be on its way', async () =>
      (await control.counters()).applied >= 40 ? true : null,
    );
    const fromMs = Date.now();
    const bursts = Array.from({ length: 12 }, () => ({
      requests: random.int(10, 20),
      restMs: random.int(300, 500),
    }));
    for (const { requests, restMs } of bursts) {
      await control.spend(requests);
      await wait(restMs);
    }
    const toMs = Date.now();
    const { counts } = await person.batchAt(id, ['done', 'paused'], 180_000);
    const log = await control.log();
    const times = log.map(({ arrivedAt }) => Date.parse(arrivedAt));
    const last = Math.max(...times);
    const throttled = log.filter(({ verdict }) => verdict === 'RequestLimitExceeded').length;
    const middle = rateIn(times, (fromMs + toMs) / 2, toMs);
    const after = rateIn(times, last - 2_000, last);
    return [
      same(`form, ${code} once`, [form.state, form.attemptCount], ['bound', 2]),
      same(
        `batch of ${numbers.length} beside ${bursts.length} bursts`,
        [counts.bound, counts.refused],
        [numbers.length, 0],
      ),
      within('requests that were over the quota', throttled, { from: 1, to: 60, unit: 'requests' }),
      within('pace in the second half of the bursts', middle, { to: 16.5, unit: 'requests a second' }),
      within('pace at the end, of that in the bursts', after / middle, { from: 1.1, to: 20, unit: 'times' }),
    ];
  },
};
