import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { FolderInUseError, lockFolder } from '#lib/db/folder-lock.ts';
import { type LockOwner, newestLock, placeLock, readLock } from '#lib/db/lock-file.ts';
import { ownIdentity } from '#lib/db/process-identity.ts';
import { startChild } from '#lib/testing/db/child.ts';

const holder = 'lib/testing/db/lock-holder.ts';
let base = '';
let count = 0;
const newFolder = () => path.join(base, `database-${++count}`);

beforeAll(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-lock-'));
});
afterAll(() => fs.rmSync(base, { recursive: true }));

function leaveLock(folder: string, owner: Partial<LockOwner>): string {
  fs.mkdirSync(`${folder}.lock`);
  const since = '2026-01-02T03:04:05.678Z';
  placeLock(`${folder}.lock`, 1, { ...ownIdentity(), since, released: false, ...owner });
  return newestLock(`${folder}.lock`).file;
}

it('a second opener is told which process has the folder, and since when', async () => {
  const folder = newFolder();
  const first = startChild(holder, folder);
  await first.line(`${folder} won`);
  const { since } = readLock(newestLock(`${folder}.lock`)) ?? {};
  const refusal = await lockFolder(folder).catch((error: unknown) => error);
  await first.kill();
  expect(refusal).toBeInstanceOf(FolderInUseError);
  expect(String(refusal)).toContain(`in use by process ${first.process.pid} since ${since}`);
  expect(Math.abs(Date.now() - Date.parse(since ?? ''))).toBeLessThan(30_000);
});

it('a process cannot open the same folder twice', async () => {
  const folder = newFolder();
  const release = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid} since`);
  release();
});

it('a released folder is free, though its last owner lives', async () => {
  const folder = newFolder();
  for (let round = 0; round < 3; round++) (await lockFolder(folder))();
  expect(fs.readdirSync(`${folder}.lock`)).toEqual(['3']);
});

it('releasing twice does not release the next owner', async () => {
  const folder = newFolder();
  const release = await lockFolder(folder);
  release();
  const releaseNext = await lockFolder(folder);
  release();
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
  releaseNext();
});

it('the lock of a killed process is taken over', async () => {
  const folder = newFolder();
  const first = startChild(holder, folder);
  await first.line(`${folder} won`);
  await first.kill();
  (await lockFolder(folder))();
});

it.skipIf(!fs.existsSync('/proc'))('a killed process that nobody has reaped yet is dead', async () => {
  const folder = newFolder();
  const parent = spawn('sh', [
    '-c',
    `"${process.execPath}" ${holder} "${folder}" >/dev/null & exec sleep 60`,
  ]);
  onTestFinished(() => void parent.kill('SIGKILL'));
  let owner: LockOwner | null = null;
  while (!owner) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    owner = fs.existsSync(`${folder}.lock`) ? readLock(newestLock(`${folder}.lock`)) : null;
  }
  process.kill(owner.pid, 'SIGKILL');
  while (!/\) Z /.test(fs.readFileSync(`/proc/${owner.pid}/stat`, 'utf8'))) await new Promise(setImmediate);
  await lockFolder(folder).then((release) => release());
});

it('a living process that was given the number of a dead owner is not the owner', async () => {
  const folder = newFolder();
  leaveLock(folder, { startTicks: '1' });
  (await lockFolder(folder))();
});

it('an owner elsewhere that shows no life is superseded', async () => {
  const folder = newFolder();
  leaveLock(folder, { space: 'another container', host: 'container-7' });
  (await lockFolder(folder, { silenceMs: 600 }))();
});

it('an owner elsewhere that shows life keeps the folder', async () => {
  const folder = newFolder();
  const file = leaveLock(folder, { space: 'another container', host: 'container-7', pid: 1 });
  const heartbeat = setInterval(() => fs.utimesSync(file, new Date(), new Date()), 300);
  await expect(lockFolder(folder, { silenceMs: 5_000 })).rejects.toThrow('process 1 on container-7 since');
  clearInterval(heartbeat);
});

it('an owner shows life, and ends at once when its folder was given away', async () => {
  const folder = newFolder();
  const first = startChild(holder, folder);
  await first.line('done');
  const { file } = newestLock(`${folder}.lock`);
  const touchedAt = fs.statSync(file).mtimeMs;
  while (fs.statSync(file).mtimeMs === touchedAt) await new Promise((resolve) => setTimeout(resolve, 100));
  placeLock(`${folder}.lock`, 2, { ...ownIdentity(), since: '', released: false });
  expect(await first.ended).toEqual([null, 'SIGKILL']);
});

it('a lock file that is not ours is refused, not overwritten', async () => {
  const folder = newFolder();
  fs.mkdirSync(`${folder}.lock`);
  fs.writeFileSync(`${folder}.lock/1`, 'hello');
  await expect(lockFolder(folder)).rejects.toThrow(/lock\/1 cannot be read/);
});
