import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import type { Database } from '#lib/db/database.ts';
import { openEmbedded } from '#lib/db/embedded.ts';
import { batches, bindings } from '#lib/db/schema.ts';
import { dataFoldersForTests } from '#lib/testing/db/folders.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';
import { checkFolder } from '#scripts/power-cut/check-folder.ts';
import { readFacts } from '#scripts/power-cut/facts.ts';

// The look at what a cut has left sees what it is there to see.

vi.setConfig({ testTimeout: 120_000 });

const dataFolders = dataFoldersForTests();

async function changed<T>(dataDir: string, change: (db: Database) => Promise<T>): Promise<T> {
  const open = await openEmbedded(dataDir, () => {});
  try {
    return await change(open.db);
  } finally {
    await open.close();
  }
}

/** Without the triggers, which let no binding begin at its end. */
const withoutGuards = (db: Database, write: (tx: Database) => Promise<unknown>) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await write(tx);
  });

const storeSettled = (db: Database, count: number) =>
  withoutGuards(db, (tx) =>
    tx.insert(bindings).values(Array.from({ length: count }, () => bindingRow({ state: 'bound' }))),
  );

it('a whole folder is nothing to complain of', async () => {
  const dataDir = dataFolders.copy();
  const told = await changed(dataDir, async (db) => {
    await storeSettled(db, 3);
    return readFacts(db);
  });
  expect(told.size).toBe(3);
  expect(await checkFolder(dataDir, [...told.values()])).toEqual({ opened: true, lost: [], wrong: [] });
});

it('a row that is gone, one that fell back and one that changed are lost', async () => {
  const dataDir = dataFolders.copy();
  const found = await changed(dataDir, async (db) => {
    await storeSettled(db, 2);
    return [...(await readFacts(db)).values()];
  });
  const [ahead, other] = found.map((fact) => ({ ...fact }));
  if (!ahead || !other) throw new Error('Two rows were stored.');
  const told = [
    { ...ahead, progress: ahead.progress + 1 },
    { ...other, final: '{}' },
    { about: 'binding gone', progress: 1, final: null },
  ];
  const { lost } = await checkFolder(dataDir, told);
  expect(lost).toEqual([
    expect.stringContaining('fell back from 2 to 1'),
    expect.stringContaining('changed: {} -> '),
    'binding gone is gone',
  ]);
});

it('half a batch, a binding without its attempt and a number that names a missing binding are wrong', async () => {
  const dataDir = dataFolders.copy();
  await changed(dataDir, (db) =>
    withoutGuards(db, async (tx) => {
      const people = { actorId: 'ada', actorName: 'Ada', actorEmail: 'ada@example.com' };
      await tx.insert(batches).values({
        ...{ id: 'half', kind: 'bind', total: 2, state: 'running', ...people },
        ...{ idempotencyKey: 'k', fingerprint: 'f', createdAt: new Date(), changedAt: new Date() },
      });
      await tx
        .insert(bindings)
        .values([
          bindingRow({ state: 'queued', batchId: 'half', batchLine: 1 }),
          bindingRow({ id: 'bare', state: 'bound', attemptCount: 1 }),
        ]);
      await tx.execute(
        sql`insert into numbers (app_id, number, newest_binding_id) values ('1', '0086', 'nobody')`,
      );
    }),
  );
  expect(await checkFolder(dataDir, [])).toEqual({
    opened: true,
    lost: [],
    wrong: ['half batch half', 'attempts of binding bare', 'number 0086'],
  });
});

it('an index that missed what its table has got is wrong', async () => {
  const dataDir = dataFolders.copy();
  const file = await changed(dataDir, async (db) => {
    await storeSettled(db, 5);
    const { rows } = await db.execute<{ at: string }>(
      sql`select pg_relation_filepath('bindings_of_host'::regclass) as at`,
    );
    return path.join(dataDir, 'database', rows[0]?.at ?? '');
  });
  const stale = fs.readFileSync(file);
  await changed(dataDir, (db) => storeSettled(db, 5));
  fs.writeFileSync(file, stale);
  const { opened, wrong } = await checkFolder(dataDir, []);
  expect(opened).toBe(true);
  expect(wrong.join()).toContain('bindings_of_host');
});

it('a folder that cannot be opened has lost everything', async () => {
  const dataDir = dataFolders.copy();
  fs.writeFileSync(path.join(dataDir, 'database/global/pg_control'), 'garbage');
  const told = [{ about: 'binding one', progress: 1, final: null }];
  const { opened, lost } = await checkFolder(dataDir, told);
  expect({ opened, lost }).toEqual({ opened: false, lost: ['binding one cannot be read'] });
});
