import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { openEmbedded } from '#lib/db/embedded.ts';
import { bindings } from '#lib/db/schema/bindings.ts';
import { startChild } from '#lib/testing/db/child.ts';
import { dataFoldersForTests } from '#lib/testing/db/folders.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

// A new database takes six seconds on an idle machine and half a minute on a busy one.
vi.setConfig({ testTimeout: 120_000 });

const dataFolders = dataFoldersForTests();
const ignore = () => {};

it('closing waits for what is running, and may be done twice', async () => {
  const folder = dataFolders.copy();
  const open = await openEmbedded(folder, ignore);
  const row = bindingRow();
  const storing = open.db.transaction(async (transaction) => {
    await transaction.insert(bindings).values(row);
    await transaction.execute(sql`select pg_sleep(0.2)`);
  });
  await Promise.all([storing, open.close(), open.close()]);

  const again = await openEmbedded(folder, ignore);
  expect(await again.db.select({ id: bindings.id }).from(bindings)).toEqual([{ id: row.id }]);
  await again.close();
});

it('a closed database rejects, and gives its folder back', async () => {
  const folder = dataFolders.copy();
  const open = await openEmbedded(folder, ignore);
  await open.ping();
  await open.close();
  await expect(open.ping()).rejects.toThrow(/closed/);
  await (await openEmbedded(folder, ignore)).close();
});

it('a first start cut short leaves nothing that the next one takes for a database, and others may not look in', async () => {
  const folder = dataFolders.empty();
  fs.mkdirSync(path.join(folder, 'database.new'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'database.new/PG_VERSION'), '18\n');
  const open = await openEmbedded(folder, ignore);
  await open.ping();
  await open.close();
  expect(fs.readdirSync(folder).sort()).toEqual(['database', 'database.lock']);
  for (const name of fs.readdirSync(folder)) {
    expect(fs.statSync(path.join(folder, name)).mode & 0o077, name).toBe(0);
  }
});

it('a database that cannot be opened does not keep its folder locked', async () => {
  const folder = dataFolders.copy();
  fs.writeFileSync(path.join(folder, 'database/global/pg_control'), 'garbage');
  await expect(openEmbedded(folder, ignore)).rejects.toThrow();
  await expect(openEmbedded(folder, ignore)).rejects.not.toThrow(/in use/);
});

it('an engine whose disk fails ends the process with a sentence, and the next start has what was confirmed', async () => {
  const folder = dataFolders.copy();
  const preload = pathToFileURL('lib/testing/db/broken-disk.ts').href;
  const writer = startChild(`--import=${preload}`, 'lib/testing/db/disk-writer.ts', folder);
  const stored = (await writer.line('stored')).slice(7);
  await expect(writer.line('committed')).rejects.toThrow(/could not write to its disk, and stopped/);
  await writer.ended;
  expect(writer.process.exitCode).toBe(1);
  fs.rmSync(path.join(folder, 'broken'));
  const next = startChild(`--import=${preload}`, 'lib/testing/db/disk-writer.ts', folder);
  expect((await next.line('found')).split(' ')).toContain(stored);
  await next.ended;
});

it('no acknowledged commit is lost in kills at random moments', async () => {
  const folder = dataFolders.copy();
  const acknowledged: string[] = [];
  const startedAt = performance.now();
  let kills = 0;
  // Twenty take half a minute on an idle machine; a busy one does fewer rather than holding up everybody.
  for (; kills < 20 && performance.now() - startedAt < 60_000; kills++) {
    const child = startChild('lib/testing/db/committer.ts', folder);
    const found = new Set((await child.line('found')).split(' '));
    expect(
      acknowledged.filter((id) => !found.has(id)),
      `lost after ${kills} kills`,
    ).toEqual([]);
    await child.line('stored');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
    await child.kill();
    acknowledged.push(
      ...child.lines.filter((line) => line.startsWith('stored ')).map((line) => line.slice(7)),
    );
  }

  const open = await openEmbedded(folder, ignore);
  const rows = await open.db.select({ id: bindings.id }).from(bindings);
  const kept = new Set(rows.map((row) => row.id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  await open.close();
}, 240_000);
