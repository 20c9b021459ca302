import { cpSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { paths } from '#lib/paths.ts';
import { checkHistory } from '#scripts/campaign/check-history.ts';
import { readHistory } from '#scripts/campaign/read-history.ts';
import { onCluster } from '#scripts/chaos/cluster.ts';
import type { DatabaseAt } from '#scripts/chaos/database.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { same, within } from '#scripts/chaos/finding.ts';
import type { Person } from '#scripts/chaos/person.ts';
import { wait, waitFor } from '#scripts/chaos/wait.ts';

/** A server that sends by itself does so long before this. */
const quietMs = 5_000;
const gone = 'what was stored after the copy is gone, which the schedule is about';

/** Copies the database while nothing has it open, and gives what puts the copy in its place. */
async function copyOf({ databaseUrl, dataDir }: DatabaseAt): Promise<() => Promise<void>> {
  if (databaseUrl === null) {
    const copy = `${dataDir}-copy`;
    cpSync(dataDir, copy, { recursive: true });
    return async () => {
      rmSync(dataDir, { recursive: true });
      cpSync(copy, dataDir, { recursive: true });
    };
  }
  const name = new URL(databaseUrl).pathname.slice(1);
  const elsewhere = databaseUrl.replace(name, 'postgres');
  await onCluster(elsewhere, [`create database ${name}_copy template ${name}`]);
  return () =>
    onCluster(elsewhere, [`drop database ${name}`, `alter database ${name}_copy rename to ${name}`]);
}

const overviewSchema = z.object({
  setback: z.object({ kind: z.string(), noticedAt: z.string(), numbers: z.number() }).nullish(),
});

/** What the overview says of a restored database. */
const noticeOf = async (person: Person) =>
  overviewSchema.parse(await person.get(paths.api.overview)).setback ?? null;

export const restored: Fault = {
  n: 29,
  title: 'an older copy of the database is put back',
  databases,
  waived: { I1: gone, I2: gone, I3: gone, I4: gone, I5: gone, I8: gone },
  async run(ground, random) {
    const { control } = ground.simulator;
    const person = await ground.startServer();
    const before = await noticeOf(person);
    const numbers = ground.numbers(random.int(90, 120));
    const byHand = ground.numbers(random.int(3, 6));
    for (const number of byHand) await person.bindNow({ number, key: random.uuid() });
    const id = await person.startNumbers(numbers, { key: random.uuid() });
    const after = byHand.length + random.int(20, 50);
    await waitFor(`request ${after}`, async () => ((await control.log()).length >= after ? true : null));
    await ground.stopAll();
    const putBack = await copyOf(ground.database);

    const next = await ground.startServer();
    const done = await next.batchAt(id, ['done']);
    for (const number of byHand) await next.bindNow({ number, key: random.uuid() });
    await ground.stopAll();
    const violations = checkHistory(await readHistory(ground.database, ground.simulator, ground.told.all()));
    await putBack();

    const sent = (await control.log()).length;
    const last = await ground.startServer();
    const printed = ground.server.output();
    if (ground.database.kind === 'postgres') await ground.startWorker();
    await wait(quietMs);
    const paused = await last.batch(id);
    const notice = await noticeOf(last);
    const quiet = (await control.log()).length - sent;
    const [number = ''] = byHand;
    const asked = await last.bindNow({ number, key: random.uuid() });
    await last.changeBatch(id, 'stopped');
    await last.batchAt(id, ['stopped']);
    return [
      same(`a copy taken at request ${after}; the batch then`, done.counts.bound, numbers.length),
      same('invariants broken until the copy is put back', violations, []),
      same('put back: the batch that ran', [paused.state, paused.halt?.by], ['paused', null]),
      within('put back: lines that it holds as not sent', paused.counts.queued, {
        from: 1,
        to: numbers.length,
        unit: 'lines',
      }),
      same('put back: requests that were sent by itself', quiet, 0),
      same(
        'put back: the overview says so',
        [notice?.kind, notice?.noticedAt === before?.noticedAt],
        ['restored', false],
      ),
      within('put back: numbers that may differ', notice?.numbers ?? 0, {
        from: byHand.length,
        to: byHand.length + numbers.length,
        unit: 'numbers',
      }),
      same('put back: so does the start', /restored from a copy/i.test(printed), true),
      same('put back: what a person asks for is sent', asked.state, 'bound'),
    ];
  },
};
