import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FolderInUseError, lockFolder } from '#lib/db/folder-lock.ts';
import { type LockOwner, placeLock, sweepBelow } from '#lib/db/lock-file.ts';
import { ownIdentity } from '#lib/db/process-identity.ts';
import { startChild } from '#lib/testing/db/child.ts';

const alive: LockOwner = { ...ownIdentity(), since: '2026-01-02T03:04:05.678Z', released: false };

/** A folder that has an owner already, as far as its lock says. */
function folderLockedBy(owner: Partial<LockOwner>): string {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-race-'));
  onTestFinished(() => fs.rmSync(base, { recursive: true, force: true }));
  const folder = path.join(base, 'database');
  fs.mkdirSync(`${folder}.lock`);
  placeLock(`${folder}.lock`, 1, { ...alive, ...owner });
  return folder;
}

it('of openers that have all found the owner dead exactly one wins', async () => {
  const folder = folderLockedBy({ startTicks: '1' });
  // Each reaches its verdict before the first acts on his: judging is asynchronous.
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => lockFolder(folder)));
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
});

it('an opener that comes late with an old verdict loses to whoever took the folder meanwhile', async () => {
  const folder = folderLockedBy({ startTicks: '1' });
  const link = fs.linkSync;
  const spy = vi.spyOn(fs, 'linkSync').mockImplementationOnce((...parameters) => {
    // Between its verdict and its lock one rival has come and gone, and another has come and swept.
    placeLock(`${folder}.lock`, 2, { ...alive, released: true });
    placeLock(`${folder}.lock`, 3, alive);
    sweepBelow(`${folder}.lock`, 3);
    link(...parameters);
  });
  onTestFinished(() => spy.mockRestore());
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
  expect(fs.readdirSync(`${folder}.lock`)).toEqual(['3']);
});

it('of several processes that meet over a dead lock exactly one wins', async () => {
  const folders = Array.from({ length: 40 }, () => folderLockedBy({ startTicks: '1' }));
  const startAt = Date.now() + 1_500;
  const plan = folders.map((folder, index) => `${folder}@${startAt + index * 25}`);
  const rivals = Array.from({ length: 4 }, () => startChild('lib/testing/db/lock-holder.ts', ...plan));
  await Promise.all(rivals.map((rival) => rival.line('done')));
  const winners = folders.map(
    (folder) => rivals.filter(({ lines }) => lines.includes(`${folder} won`)).length,
  );
  expect(winners).toEqual(folders.map(() => 1));
}, 120_000);
