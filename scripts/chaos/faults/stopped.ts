import { once } from 'node:events';
import { databases } from '#scripts/chaos/database.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

/** Two stages of 15 s each, and the end of the process. */
const deadlineMs = 35_000;
/** Three lines that were claimed and have their turn within a fifth of a second, and one that was just leaving. */
const mostAfter = 4;

type Stopping = { process: Environment['server']['process']; name: string };

/** Asks a process to end and counts what it still sends. */
async function stop(ground: Environment, { process, name }: Stopping): Promise<Finding[]> {
  const exited = once(process, 'exit');
  const signalledAt = Date.now();
  process.kill('SIGTERM');
  await exited;
  const exitMs = Date.now() - signalledAt;
  const log = await ground.simulator.control.log();
  const after = log.filter(({ arrivedAt }) => Date.parse(arrivedAt) > signalledAt);
  return [
    same(`${name}, exit`, [process.exitCode, process.signalCode], [0, null]),
    within(`${name}, gone after`, exitMs, { to: deadlineMs, unit: 'ms' }),
    within(`${name}, requests after the signal`, after.length, { to: mostAfter, unit: 'requests' }),
  ];
}

export const terminated: Fault = {
  n: 22,
  title: 'SIGTERM in the middle of a batch',
  databases,
  async run(ground, random) {
    const { control } = ground.simulator;
    const person = await ground.startServer();
    const numbers = ground.numbers(random.int(90, 140));
    // Some are on their way for seconds when the signal comes, so that there is something to wait for.
    for (const number of random.some(numbers.slice(0, 40), 12))
      await ground.faultOn(number, { kind: 'latency', ms: random.int(1_000, 5_000) });
    const slow = ground.number();
    await ground.faultOn(slow, { kind: 'latency', ms: random.int(2_000, 4_000) });
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    const form = person.bind({ number: slow, key: random.uuid(), seen: null });
    const after = random.int(15, 40);
    await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));
    await waitFor('the form to be on its way', async () =>
      (await ground.arrivalsOf(slow)).length > 0 ? true : null,
    );
    const findings = await stop(ground, { process: ground.server.process, name: 'server' });
    const heard = await form;
    const drained =
      heard !== 'lost' && heard.ok && heard.value.kind === 'settled' && heard.value.binding.state;

    const next = await ground.startServer();
    const left = (await next.batch(id)).counts;
    if (ground.database.kind === 'postgres') findings.push(...(await stopWorkerAlone(ground)));
    const { counts } = await next.batchAt(id, ['done']);
    const attempts = (await next.lines(id)).flatMap((line) => line.attempts);
    return [
      ...findings,
      same('form that was on its way, answered', drained, 'bound'),
      same('left unknown by the stop', left.unknown, 0),
      within('lines left for the next server', left.queued + left.sending, {
        from: 1,
        to: 140,
        unit: 'lines',
      }),
      same(`batch of ${numbers.length}, bound in the end`, counts.bound, numbers.length),
      same(
        'attempts whose outcome was open',
        attempts.filter(({ outcome }) => outcome === 'unknown').length,
        0,
      ),
    ];
  },
};

/** With the server held back, so that what arrives is the worker's. */
async function stopWorkerAlone(ground: Environment): Promise<Finding[]> {
  const worker = await ground.startWorker();
  const { process } = ground.server;
  process.kill('SIGSTOP');
  const before = (await ground.simulator.control.log()).length;
  await waitFor('the worker to send', async () =>
    (await ground.simulator.control.log()).length > before + 8 ? true : null,
  );
  const findings = await stop(ground, { process: worker.process, name: 'worker' });
  process.kill('SIGCONT');
  return findings;
}
