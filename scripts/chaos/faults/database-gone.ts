import { startTestServer } from '#lib/testing/db/postgres.ts';
import { crashCluster, onCluster } from '#scripts/chaos/cluster.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { onFullDisk } from '#scripts/chaos/faults/full-disk.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import { bindingIn, type Person } from '#scripts/chaos/person.ts';
import type { Random } from '#scripts/chaos/random.ts';
import { requestsOf } from '#scripts/chaos/under-fault.ts';
import { wait, waitFor } from '#scripts/chaos/wait.ts';

/** Longer than an outcome is tried to be stored, so that one that comes meanwhile is lost to history. */
const goneMs = 10_000;
const lockedMs = 10_000;
/** From before the answer comes until nobody tries to store it any more. */
const refusedMs = 12_000;
/** Everything else can be read and written, so that somebody is told something. */
const refuseOutcomes = [
  `create function chaos_refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end'`,
  `create trigger chaos_refuse before update on attempts for each row when (new.finished_at is not null)
    execute function chaos_refuse()`,
];

type Play = { ground: Environment; person: Person; random: Random };
type Trouble = {
  name: string;
  cause: () => Promise<void>;
  /** What a binding that is asked for meanwhile is under its key, when it is over. */
  ends: 'bound' | 'unknown';
  /** Whether nobody can be told what became of a request, since it could not be stored. */
  hides: boolean;
};

/** A batch, a binding on its way and one that is asked for meanwhile, while the database cannot be written. */
async function through(
  { ground, person, random }: Play,
  { name, cause, ends, hides }: Trouble,
): Promise<Finding[]> {
  const { control } = ground.simulator;
  const numbers = ground.numbers(random.int(70, 100));
  const [onItsWay = '', meanwhile = ''] = ground.numbers(2);
  await ground.faultOn(onItsWay, { kind: 'latency', ms: 1_000 });
  const id = await person.startNumbers(numbers, { key: random.uuid() });
  const before = (await control.log()).length;
  const after = before + random.int(15, 40);
  await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));
  const early = { number: onItsWay, key: random.uuid(), seen: null };
  const late = { number: meanwhile, key: random.uuid(), seen: null };
  const first = person.bind(early);
  await waitFor(
    'it to be on its way',
    async () => ((await ground.arrivalsOf(onItsWay)).length > 0 ? true : null),
    {
      everyMs: 10,
    },
  );
  const trouble = cause();
  const second = wait(500).then(() => person.bind(late));
  await trouble;
  const told = [bindingIn(await first)?.state ?? 'no answer', bindingIn(await second)?.state ?? 'no answer'];
  const began = performance.now();
  const { counts } = await person.batchAt(id, ['done'], 120_000);
  const doneMs = performance.now() - began;
  const again = await waitFor('the same key to be answered', async () => bindingIn(await person.bind(late)), {
    everyMs: 500,
  });
  const [requests = 0] = await requestsOf(ground, [meanwhile]);
  return [
    same(`${name}: what was on its way, told ${told[0]}, refused`, told[0] === 'refused', false),
    ...(hides ? [same(`${name}: both told`, told, ['unknown', 'unknown'])] : []),
    same(`${name}: asked meanwhile (${told[1]}), then under its key`, again.state, ends),
    within(`${name}: requests for it`, requests, { from: 1, to: 1, unit: 'requests' }),
    same(
      `${name}: batch of ${numbers.length}, at request ${after}, bound in the end`,
      counts.bound,
      numbers.length,
    ),
    within(`${name}: time to its end after that`, doneMs, { to: 60_000, unit: 'ms' }),
  ];
}

async function onPostgres(ground: Environment, random: Random): Promise<Finding[]> {
  const { databaseUrl, cluster } = ground.database;
  if (databaseUrl === null || cluster === null) return [];
  const person = await ground.startServer();
  const worker = await ground.startWorker();
  const play = { ground, person, random };
  const crash = async () => {
    crashCluster(cluster);
    await wait(goneMs);
    startTestServer(cluster);
  };
  const lock = () =>
    onCluster(databaseUrl, ['begin', 'lock table attempts in access exclusive mode'], () => wait(lockedMs));
  const refuse = async () => {
    await onCluster(databaseUrl, refuseOutcomes);
    await wait(refusedMs);
    await onCluster(databaseUrl, ['drop trigger chaos_refuse on attempts']);
  };
  const stored = { ends: 'bound', hides: false } as const;
  const findings = [
    ...(await through(play, { name: 'PostgreSQL gone for 10 s', cause: crash, ...stored })),
    ...(await through(play, { name: 'attempts locked for 10 s', cause: lock, ...stored })),
    ...(await through(play, {
      name: 'outcomes refused for 12 s',
      cause: refuse,
      ends: 'unknown',
      hides: true,
    })),
  ];
  return [
    ...findings,
    same('server and worker live', [ground.server.process.exitCode, worker.process.exitCode], [null, null]),
  ];
}

export const databaseGone: Fault = {
  n: 26,
  title: 'the database stops, is locked, or has no room left',
  databases,
  async run(ground, random) {
    return [...(await onPostgres(ground, random)), ...(await onFullDisk(ground, random))];
  },
};
