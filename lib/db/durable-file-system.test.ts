import fs from 'node:fs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openEmbedded } from '#lib/db/embedded.ts';
import { bindings } from '#lib/db/schema/bindings.ts';
import { dataFoldersForTests } from '#lib/testing/db/folders.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

// A new database takes six seconds on an idle machine and half a minute on a busy one.
vi.setConfig({ testTimeout: 120_000 });

const dataFolders = dataFoldersForTests();
const ignore = () => {};

it('the disk is told to keep every commit before it is acknowledged', async () => {
  const open = await openEmbedded(dataFolders.copy(), ignore);
  const fsync = vi.spyOn(fs, 'fsyncSync');
  onTestFinished(() => fsync.mockRestore());
  for (let commit = 1; commit <= 100; commit++) {
    const before = fsync.mock.calls.length;
    await open.db.insert(bindings).values(bindingRow());
    expect(fsync.mock.calls.length - before, `syncs of commit ${commit}`).toBeGreaterThanOrEqual(1);
  }
  await open.close();
});

it('reading tells the disk nothing', async () => {
  const open = await openEmbedded(dataFolders.copy(), ignore);
  await open.db.select().from(bindings);
  const fsync = vi.spyOn(fs, 'fsyncSync');
  onTestFinished(() => fsync.mockRestore());
  for (let read = 0; read < 20; read++) await open.db.select().from(bindings);
  expect(fsync).not.toHaveBeenCalled();
  await open.close();
});

it.skipIf(!fs.existsSync('/proc'))(
  'a new database is synced as a whole, directories included, before it is put in its place',
  async () => {
    const folder = dataFolders.empty();
    const syncedBefore = new Set<string>();
    const fsyncSync = fs.fsyncSync;
    const spy = vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
      if (!fs.existsSync(`${folder}/database`))
        syncedBefore.add(fs.readlinkSync(`/proc/self/fd/${descriptor}`));
      fsyncSync(descriptor);
    });
    onTestFinished(() => spy.mockRestore());
    await (await openEmbedded(folder, ignore)).close();
    const all = fs
      .readdirSync(`${folder}/database`, { recursive: true })
      .map((name) => `${folder}/database.new/${name}`);
    const unsynced = all.filter((file) => !syncedBefore.has(file));
    // What the running engine has added since, a file for each table and index of ours, is its own to sync.
    expect(unsynced.length, unsynced.slice(0, 5).join(' ')).toBeLessThan(all.length / 4);
    expect(syncedBefore).toContain(`${folder}/database.new/global`);
    expect(syncedBefore).toContain(`${folder}/database.new/PG_VERSION`);
  },
);

it('a disk that cannot keep a commit fails it', async () => {
  const open = await openEmbedded(dataFolders.copy(), ignore);
  const fsync = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  });
  onTestFinished(() => fsync.mockRestore());
  await expect(open.db.insert(bindings).values(bindingRow())).rejects.toThrow();
});
