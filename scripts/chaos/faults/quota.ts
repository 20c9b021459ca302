import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { wait, waitFor } from '#scripts/chaos/wait.ts';

/** How many a second lie between two moments of the simulator's clock. */
const rateIn = (times: readonly number[], fromMs: number, toMs: number): number =>
  (times.filter((time) => time >= fromMs && time < toMs).length * 1000) / (toMs - fromMs);

/** So long somebody else sends with the same key, in seconds: by the half of it our pace has settled. */
const shareSeconds = 14;

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

    const numbers = ground.numbers(random.int(320, 360));
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    await waitFor('the batch to be on its way', async () =>
      (await control.counters()).applied >= 40 ? true : null,
    );
    // Somebody who gets their share, because they ask until it is theirs.
    const share = random.int(8, 12);
    const fromMs = Date.now();
    for (let theirs = 0; theirs < share * shareSeconds; theirs += await control.spend(1))
      await wait(Math.max(5, fromMs + (theirs * 1000) / share - Date.now()));
    const toMs = Date.now();
    const { counts } = await person.batchAt(id, ['done', 'paused'], 180_000);
    const log = await control.log();
    const taken = log.filter(({ verdict }) => verdict === 'ok');
    const times = taken.map(({ arrivedAt }) => Date.parse(arrivedAt));
    const last = Math.max(...times);
    const throttled = log.filter(({ verdict }) => verdict === 'RequestLimitExceeded').length;
    const middle = rateIn(times, (fromMs + toMs) / 2, toMs);
    const after = rateIn(times, last - 2_000, last);
    return [
      same(`form, ${code} once`, [form.state, form.attemptCount], ['bound', 2]),
      same(
        `batch of ${numbers.length} beside somebody who takes ${share} a second`,
        [counts.bound, counts.refused],
        [numbers.length, 0],
      ),
      within('requests that were over the quota', throttled, { from: 1, to: 100, unit: 'requests' }),
      within('pace once it has settled beside them', middle, {
        from: (20 - share) * 0.7,
        to: 20 - share + 1,
        unit: 'requests a second',
      }),
      within('pace at the end, of that beside them', after / middle, { from: 1.1, to: 20, unit: 'times' }),
    ];
  },
};
