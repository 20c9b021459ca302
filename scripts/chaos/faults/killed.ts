import { type FailPoint, sendPoints } from '#lib/server/fail-point.ts';
import { isAlive } from '#lib/testing/ready-process.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import type { Random } from '#scripts/chaos/random.ts';
import { requestsOf, storyOf } from '#scripts/chaos/under-fault.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

const atForm: readonly FailPoint[] = ['before-intent-commit', 'after-intent-commit', ...sendPoints];
const claims: readonly FailPoint[] = ['before-claim-commit', 'after-claim-commit'];
const requeues: readonly FailPoint[] = ['before-requeue-commit', 'after-requeue-commit'];
const reasserts: readonly FailPoint[] = ['before-reassert-commit', 'after-reassert-commit'];

/** Time for a server to come to its fail point, the last of them behind all lines of a batch. */
const reachMs = 60_000;

/** Waits until the newest server has ended itself at its fail point. */
export async function diedAt(ground: Environment, place: FailPoint): Promise<void> {
  const { process } = ground.server;
  await waitFor(`the server to come to ${place}`, () => (isAlive(process) ? null : true), {
    withinMs: reachMs,
  });
  if (process.signalCode !== 'SIGKILL') throw new Error(`It ended otherwise: ${process.exitCode}.`);
}

async function killAtForm(ground: Environment, random: Random): Promise<Finding[]> {
  const asked: { place: FailPoint; key: string; number: string; seen: null }[] = [];
  for (const place of random.shuffle(atForm)) {
    const person = await ground.startServer({ PATCHBOARD_FAIL_POINT: place });
    const wish = { place, key: random.uuid(), number: ground.number(), seen: null };
    asked.push(wish);
    const heard = person.bind(wish);
    await diedAt(ground, place);
    await heard;
  }
  const person = await ground.startServer();
  const ends = await Promise.all(
    asked.map(async (wish) => {
      const again = await person.bindNow(wish);
      const end = again.state === 'unknown' ? (await person.repeat(again)).state : again.state;
      return [wish.place, again.state, end, (await ground.arrivalsOf(wish.number)).length].join(' ');
    }),
  );
  return atForm.map((place) => {
    const came = ends.find((end) => end.startsWith(place)) ?? 'nothing';
    return same(
      'form, killed, then under its key, by hand, and requests',
      came,
      `${place} ${expectedAt(place)}`,
    );
  });
}

/** What the same key answers after the kill, how it ends when a person sends an unknown one again, and the arrivals. */
function expectedAt(place: FailPoint): string {
  if (place === 'before-intent-commit' || place === 'after-outcome-commit') return 'bound bound 1';
  // What is cut in the middle names no number, and is not counted here.
  const whole = place !== 'after-intent-commit' && place !== 'before-first-byte' && place !== 'mid-write';
  return `unknown bound ${whole ? 2 : 1}`;
}

function endedEarly(error: unknown): void {
  if (!String(error).includes('ended before it was ready')) throw error;
}

/** The batch that runs drives each server to its fail point: the first maybe before it has answered, others before they are ready. */
async function killInBatch(ground: Environment, random: Random): Promise<Finding[]> {
  const { control } = ground.simulator;
  // Long enough for each kill to find lines that were never sent: one that is cut three times waits for a person.
  const numbers = ground.numbers(random.int(100, 120));
  const lines = numbers.map((number) => ({ number }));
  const key = random.uuid();
  const places = [...random.shuffle(requeues), ...random.shuffle([...claims, ...sendPoints]), ...reasserts];
  await control.addFault({
    when: { probability: 0.2, seed: random.int(1, 1_000) },
    fault: { kind: 'code', code: 'RequestLimitExceeded', applied: false },
  });
  for (const [index, place] of places.entries()) {
    const starting = ground.startServer({ PATCHBOARD_FAIL_POINT: place });
    if (index > 0) await starting.then(() => diedAt(ground, place)).catch(endedEarly);
    else {
      const heard = (await starting).askBatch(lines, { key });
      await diedAt(ground, place);
      await heard;
    }
    if (index + 1 === requeues.length) await control.clearFaults();
  }
  const person = await ground.startServer();
  const began = performance.now();
  const id = await person.startBatch(lines, { key });
  const openMs = await waitFor(
    'nothing that was interrupted to be left',
    async () => ((await person.batch(id)).counts.sending === 0 ? performance.now() - began : null),
    { withinMs: 60_000, everyMs: 200 },
  );
  await person.batchAt(id, ['done']);
  const ends = await person.lines(id);
  const attempts = ends.flatMap((line) => line.attempts);
  const interrupted = attempts.filter(({ code }) => code === 'Unknown.Interrupted').length;
  const givenUp = 'first unknown, reassert unknown, reassert unknown';
  const others = ends.filter((line) => line.state !== 'bound' && !storyOf(line).endsWith(givenUp));
  return [
    within(`batch of ${numbers.length}, killed ${places.join(', ')}: open after the last`, openMs, {
      to: 30_000,
      unit: 'ms',
    }),
    within('batch, attempts that the kills interrupted', interrupted, {
      from: sendPoints.length - 1,
      to: numbers.length,
      unit: 'attempts',
    }),
    same('batch, lines neither bound nor cut three times', others.map(storyOf), []),
    within('batch, lines cut three times', ends.filter(({ state }) => state === 'unknown').length, {
      to: 12,
      unit: 'lines',
    }),
    within('batch, most requests for one line', Math.max(...(await requestsOf(ground, numbers))), {
      from: 2,
      to: 5,
      unit: 'requests',
    }),
  ];
}

export const killed: Fault = {
  n: 21,
  title: 'kill -9 at each named place around a send',
  databases,
  async run(ground, random) {
    const form = await killAtForm(ground, random);
    await ground.stopAll();
    return [...form, ...(await killInBatch(ground, random))];
  },
};
