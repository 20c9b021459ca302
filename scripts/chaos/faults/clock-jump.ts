import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { preloaded } from '#scripts/chaos/preloaded.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

const hourMs = 3_600_000;

/** Without the seconds that a batch may rest between its lines and those sent again. */
const longestGapMs = 8_000;

/** The wall clocks of all processes, and with them of an embedded database, jump by an hour and back, both ways. */
export const clockJump: Fault = {
  n: 24,
  title: 'the wall clock jumps by an hour in the middle of a batch',
  databases,
  async run(ground, random) {
    const { control } = ground.simulator;
    const way = random.pick(['forward', 'back']);
    ground.clockJumpMs = hourMs;
    const env = { ...preloaded('jumping-clock'), PATCHBOARD_CLOCK_JUMP: way };
    let person = await ground.startServer(env);
    if (ground.database.kind === 'postgres') await ground.startWorker(env);
    const numbers = ground.numbers(random.int(150, 180));
    const twice = ground.number();
    const bound = [await person.bindNow({ number: twice, key: random.uuid() })];
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    const jumps = [random.int(20, 40), random.int(55, 75), random.int(90, 110), random.int(125, 145)];
    for (const after of jumps) {
      await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));
      for (const { process } of [...ground.servers, ...ground.workers]) process.kill('SIGUSR2');
      // To a session an hour forward is an hour without use, which ends it.
      person = await ground.signInAgain(ground.server);
      bound.push(await person.bindNow({ number: twice, key: random.uuid() }));
    }
    const { counts } = await person.batchAt(id, ['done', 'paused']);
    const log = await control.log();
    const times = log.map(({ arrivedAtMs }) => arrivedAtMs).sort((a, b) => a - b);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const { busiestWholeSecond } = await control.counters();
    return [
      same(
        `batch of ${numbers.length}, clocks an hour ${way}, right, an hour the other way, right at requests ${jumps.join(', ')}`,
        [counts.bound, counts.refused],
        [numbers.length, 0],
      ),
      within('requests in the busiest second', busiestWholeSecond, { to: 20, unit: 'requests' }),
      within('longest time without a request', Math.max(...gaps), { to: longestGapMs, unit: 'ms' }),
      same(
        'a number bound before, between and after',
        [bound.map(({ state }) => state), await control.boundUrl(bound[0]?.appId ?? '', twice)],
        [Array(5).fill('bound'), bound[4]?.callbackUrl],
      ),
    ];
  },
};
