import { chownSync, cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';
import { checkGround } from '#scripts/chaos/check.ts';
import { onCluster } from '#scripts/chaos/cluster.ts';
import type { DatabaseAt } from '#scripts/chaos/database.ts';
import { Environment } from '#scripts/chaos/environment.ts';
import { type Finding, same, skipped, within } from '#scripts/chaos/finding.ts';
import { bindingIn } from '#scripts/chaos/person.ts';
import type { Random } from '#scripts/chaos/random.ts';
import { mountSmallDisk, type SmallDisk } from '#scripts/chaos/small-disk.ts';
import { requestsOf } from '#scripts/chaos/under-fault.ts';
import { wait, waitFor } from '#scripts/chaos/wait.ts';

const diskMiB = 160;
const fullMs = 6_000;

type Moved = { database: DatabaseAt; leave: () => Promise<void> };

/** A database like the ground's, on the small disk. PostgreSQL has to `leave` it before it goes, or no checkpoint succeeds any more. */
async function moveTo({ folder }: SmallDisk, database: DatabaseAt): Promise<Moved> {
  const dataDir = join(folder, 'data');
  const { cluster } = database;
  if (cluster === null) {
    cpSync(database.dataDir, dataDir, { recursive: true });
    return { database: { ...database, dataDir }, leave: async () => {} };
  }
  const tables = join(folder, 'tables');
  for (const each of [dataDir, tables]) mkdirSync(each);
  if (cluster.user) chownSync(tables, cluster.user.uid, cluster.user.gid);
  const { url } = await createTestPostgres(cluster);
  const name = new URL(url).pathname.slice(1);
  const elsewhere = url.replace(name, 'postgres');
  await onCluster(elsewhere, [
    `create tablespace ${name} location '${tables}'`,
    `alter database ${name} set tablespace ${name}`,
  ]);
  return {
    database: { ...database, databaseUrl: url, dataDir },
    leave: () => onCluster(elsewhere, [`drop database ${name} with (force)`, `drop tablespace ${name}`]),
  };
}

/** No room in the middle of a batch, and before another one is stored. */
async function play(ground: Environment, disk: SmallDisk, random: Random): Promise<Finding[]> {
  const { control } = ground.simulator;
  const person = await ground.startServer();
  const numbers = ground.numbers(random.int(120, 160));
  const lines = numbers.map((number) => ({ number }));
  const refused = ground.numbers(2_000).map((number) => ({ number }));
  const [asked = ''] = ground.numbers(1);
  const wish = { number: asked, key: random.uuid(), seen: null };
  const start = { key: random.uuid(), seen: refused.map(() => null) };
  const id = await person.startBatch(lines, { key: random.uuid() });
  const after = random.int(20, 50);
  await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));
  disk.fill();
  const heard = await Promise.race([
    person.sendBatch(refused, start),
    wait(fullMs).then(() => 'late' as const),
  ]);
  const bound = await Promise.race([person.bind(wish), wait(fullMs).then(() => 'lost' as const)]);
  await wait(fullMs);
  disk.free();
  const alive = ground.liveServers().length === 1;
  const next = alive ? person : await ground.startServer();
  const { counts } = await next.batchAt(id, ['done'], 120_000);
  const again = await waitFor('the same key to be answered', async () => bindingIn(await next.bind(wish)), {
    everyMs: 500,
  });
  const other = await next.askBatch(refused, start);
  const started = other !== 'lost' && other.ok && other.value.kind === 'started' ? other.value.batchId : '';
  const { total } = await next.batch(started);
  await next.changeBatch(started, 'stopped');
  const [requests = 0] = await requestsOf(ground, [asked]);
  return [
    same(
      'no room: a large batch asked for is not called started',
      heard !== 'lost' && heard !== 'late' && heard.ok,
      false,
    ),
    same('no room: it starts under its key when there is, with all lines', total, refused.length),
    same(
      `no room: a binding asked for (${bindingIn(bound)?.state ?? 'no answer'}), then under its key`,
      ['bound', 'unknown'].includes(again.state),
      true,
    ),
    within('no room: requests for it', requests, { to: 1, unit: 'requests' }),
    same('no room: the server lives on', alive, true),
    same(
      `no room: batch of ${numbers.length}, at request ${after}, bound in the end`,
      counts.bound,
      numbers.length,
    ),
  ];
}

export async function onFullDisk(ground: Environment, random: Random): Promise<Finding[]> {
  const { dataDir, cluster } = ground.database;
  // PostgreSQL's own user has to come there too.
  const disk = mountSmallDisk(
    join(cluster?.runFolder ?? dirname(dataDir), `${basename(dataDir)}-small`),
    diskMiB,
  );
  if (typeof disk === 'string') return [skipped('no room on the disk', disk)];
  let small: Environment | null = null;
  let moved: Moved | null = null;
  try {
    moved = await moveTo(disk, ground.database);
    small = await Environment.open(moved.database);
    const findings = await play(small, disk, random);
    return [...findings, same('no room: invariants broken', await checkGround(small), [])];
  } finally {
    await small?.close();
    await moved?.leave();
    disk.remove();
  }
}
