import { databases, type Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { preloaded } from '#scripts/chaos/preloaded.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

const hourMs = 3_600_000;

/** Without the seconds that a batch may rest between its lines and those sent again. */
const longestGapMs = 8_000;

/** The wall clock of the server, and with it of an embedded database, jumps by an hour and back. */
export const clockJump: Fault = {
  n: 24,
  title: 'the wall clock jumps by an hour in the middle of a batch',
  databases,
  async run(ground, random) {
    const { control } = ground.simulator;
    const way = random.pick(['forward', 'back']);
    ground.clockJumpMs = way === 'forward' ? hourMs : -hourMs;
    const env = { ...preloaded('jumping-clock'), PATCHBOARD_CLOCK_JUMP: way };
    const person = await ground.startServer(env);
    if (ground.database.kind === 'postgres') await ground.startWorker(env);
    const numbers = ground.numbers(random.int(120, 150));
    const twice = ground.number();
    const bound = [await person.bindNow({ number: twice, key: random.uuid() })];
    const id = await person.startBatch(
      numbers.map((number) => ({ number })),
      { key: random.uuid() },
    );
    const jumps = [random.int(20, 45), random.int(70, 95)];
    for (const after of jumps) {
      await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));
      for (const { process } of [...ground.servers, ...ground.workers]) process.kill('SIGUSR2');
      bound.push(await person.bindNow({ number: twice, key: random.uuid() }));
    }
    const { counts } = await person.batchAt(id, ['done', 'paused']);
    const log = await control.log();
    const times = log.map(({ arrivedAtMs }) => arrivedAtMs).sort((a, b) => a - b);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const { busiestWholeSecond } = await control.counters();
    return [
      same(
        `batch of ${numbers.length}, clocks an hour ${way} at request ${jumps[0]} and right at ${jumps[1]}`,
        [counts.bound, counts.refused],
        [numbers.length, 0],
      ),
      within('requests in the busiest second', busiestWholeSecond, { to: 20, unit: 'requests' }),
      within('longest time without a request', Math.max(...gaps), { to: longestGapMs, unit: 'ms' }),
      same(
        'a number bound before, between and after',
        [bound.map(({ state }) => state), await control.boundUrl(bound[0]?.appId ?? '', twice)],
        [Array(3).fill('bound'), bound[2]?.callbackUrl],
      ),
    ];
  },
};
