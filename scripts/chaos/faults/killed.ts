import type { FailPoint } from '#lib/server/fail-point.ts';
import { databases, type Fault } from '#scripts/chaos/fault.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import type { Ground } from '#scripts/chaos/ground.ts';
import type { Random } from '#scripts/chaos/random.ts';
import { requestsOf } from '#scripts/chaos/under-fault.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

const atForm: readonly FailPoint[] = [
  'before-intent-commit',
  'after-intent-commit',
  'before-first-byte',
  'mid-write',
  'request-sent',
  'answer-read',
  'before-outcome-commit',
  'after-outcome-commit',
];
/** A line of a batch is stored long before it is sent. */
const inBatch = atForm.slice(2);

/** Time for a server to come to its fail point; one that is too busy to get a turn never does. */
const reachMs = 40_000;

/** Waits until the server has ended itself at its fail point. */
async function diedAt(ground: Ground, place: FailPoint): Promise<void> {
  const { process } = ground.server;
  await waitFor(
    `the server to come to ${place}`,
    () => (process.exitCode === null && process.signalCode === null ? null : true),
    { withinMs: reachMs },
  );
  if (process.signalCode !== 'SIGKILL') throw new Error(`It ended otherwise: ${process.exitCode}.`);
}

function endedEarly(error: unknown): void {
  if (!String(error).includes('ended before it was ready')) throw error;
}

async function killAtForm(ground: Ground, random: Random): Promise<Finding[]> {
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
    return same(`form, killed ${place}, asked again under the key`, came, `${place} ${expectedAt(place)}`);
  });
}

/** What the same key answers after the kill, how it ends when a person sends an unknown one again, and the arrivals. */
function expectedAt(place: FailPoint): string {
  if (place === 'before-intent-commit') return 'bound bound 1';
  if (place === 'after-outcome-commit') return 'bound bound 1';
  // What is cut in the middle names no number, and is not counted here.
  const whole = place !== 'after-intent-commit' && place !== 'before-first-byte' && place !== 'mid-write';
  return `unknown bound ${whole ? 2 : 1}`;
}

async function killInBatch(ground: Ground, random: Random): Promise<Finding[]> {
  const numbers = ground.numbers(random.int(14, 24));
  const lines = numbers.map((number) => ({ number }));
  const places = random.shuffle(inBatch);
  const key = random.uuid();
  for (const [index, place] of places.entries()) {
    // The batch that runs drives each server to its fail point: the first maybe before it has answered, others before they
    // are ready.
    const starting = ground.startServer({ PATCHBOARD_FAIL_POINT: place });
    if (index > 0) await starting.then(() => diedAt(ground, place)).catch(endedEarly);
    else {
      const heard = (await starting).askBatch(lines, { key });
      await diedAt(ground, place);
      await heard;
    }
  }
  const person = await ground.startServer();
  const began = performance.now();
  const id = await person.startBatch(lines, { key });
  const quiet = await waitFor(
    'nothing that was interrupted to be left',
    async () => ((await person.batch(id)).counts.sending === 0 ? performance.now() - began : null),
    { withinMs: 60_000, everyMs: 200 },
  );
  const { counts } = await person.batchAt(id, ['done']);
  const requests = await requestsOf(ground, numbers);
  const attempts = (await person.lines(id)).flatMap((line) => line.attempts);
  const interrupted = attempts.filter(({ code }) => code === 'Unknown.Interrupted').length;
  return [
    within(`batch of ${numbers.length}, killed ${places.join(', ')}: open after the last`, quiet, {
      to: 30_000,
      unit: 'ms',
    }),
    within('batch, attempts that the kills interrupted', interrupted, {
      from: places.length - 1,
      to: numbers.length,
      unit: 'attempts',
    }),
    same('batch, lines bound at the end', counts.bound, numbers.length),
    within('batch, most requests for one line', Math.max(...requests), { from: 2, to: 3, unit: 'requests' }),
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
