import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openEmbedded } from '#lib/db/embedded.ts';
import { dataFoldersForTests } from '#lib/testing/db/folders.ts';

const folders = dataFoldersForTests();

const modesFor = (folder: string, bits: number) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => (fs.lstatSync(path.join(folder, name)).mode & bits) !== 0);

test('nobody but its owner reads or writes the data folder, neither what is there nor what comes', async () => {
  const dataDir = folders.copy();
  // As an earlier version left it.
  for (const name of fs.readdirSync(dataDir, { recursive: true, encoding: 'utf8' }))
    fs.chmodSync(path.join(dataDir, name), 0o777);
  const again = await openEmbedded(dataDir, () => {});
  await again.db.execute(sql`create table later as select generate_series(1, 5000) as n`);
  await again.db.execute(sql`checkpoint`);
  await again.close();
  const database = path.join(dataDir, 'database');
  expect(modesFor(database, 0o077)).toEqual([]);
  expect(fs.statSync(database).mode & 0o077).toBe(0);
});
