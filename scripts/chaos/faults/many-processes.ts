import { kill } from '#lib/testing/ready-process.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import { requestsOf } from '#scripts/chaos/under-fault.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

/** Two servers and two workers on one PostgreSQL, three of which are killed, one after another. */
export const manyProcesses: Fault = {
  n: 27,
  title: 'two servers and two workers, any of them killed',
  databases: ['postgres'],
  async run(ground, random) {
    const { control } = ground.simulator;
    const one = await ground.startServer();
    const two = await ground.startServer();
    await Promise.all([ground.startWorker(), ground.startWorker()]);
    const numbers = ground.numbers(random.int(260, 300));
    const lines = numbers.map((number) => ({ number }));
    const ids = [
      await one.startBatch(lines.slice(0, 120), { key: random.uuid() }),
      await two.startBatch(lines.slice(120), { key: random.uuid() }),
    ];
    const atForm = ground.number();
    const racing = await Promise.all(
      [one, two].map((person) =>
        person.bind({ number: atForm, key: random.branch(person.at.origin).uuid(), seen: null }),
      ),
    );
    const moments = [random.int(30, 60), random.int(90, 120), random.int(150, 190)];
    const doomed = random.some([...ground.servers, ...ground.workers], 3);
    for (const [index, after] of moments.entries()) {
      await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));
      const chosen = doomed[index];
      if (chosen) await kill(chosen.process);
    }
    const [live] = ground.liveServers();
    const person = live ? ground.personAt(live) : await ground.startServer();
    const batches = [];
    for (const id of ids) batches.push(await person.batchAt(id, ['done']));
    const attempts = [];
    for (const id of ids) attempts.push(...(await person.lines(id)).flatMap((line) => line.attempts));
    const interrupted = attempts.filter(({ code }) => code === 'Unknown.Interrupted').length;
    const { busiestWholeSecond } = await control.counters();
    const settled = racing.filter((heard) => heard !== 'lost' && heard.ok && heard.value.kind === 'settled');
    return [
      same(
        `${numbers.length} lines in two batches, three of four killed at requests ${moments.join(', ')}: bound`,
        batches.map(({ counts }) => counts.bound),
        [120, numbers.length - 120],
      ),
      within('requests in the busiest second', busiestWholeSecond, { to: 20, unit: 'requests' }),
      within('attempts that the kills interrupted', interrupted, { from: 1, to: 80, unit: 'attempts' }),
      within('most requests for one line', Math.max(...(await requestsOf(ground, numbers))), {
        from: 1,
        to: 3,
        unit: 'requests',
      }),
      same('one number at both servers at once, sent', settled.length, 1),
    ];
  },
};
