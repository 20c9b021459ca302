import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { now } from '#lib/clock.ts';
import {
  type LockFile,
  type LockOwner,
  newestLock,
  placeLock,
  readLock,
  replaceLock,
  sweepBelow,
} from '#lib/db/lock-file.ts';
import { judge, ownIdentity } from '#lib/db/process-identity.ts';

/** How often an owner shows that it lives, and how long an owner we cannot see may be silent before it counts as gone. */
const heartbeatMs = 2_000;
const silenceMs = 10_000;

export class FolderInUseError extends Error {
  override name = 'FolderInUseError';

  constructor(folder: string, owner: LockOwner) {
    const where = owner.space === ownIdentity().space ? '' : ` on ${owner.host}`;
    super(
      `The database folder ${folder} is in use by process ${owner.pid}${where} since ${owner.since}. ` +
        'Stop that process first, or set DATA_DIR to another folder. ' +
        'To run several servers, set DATABASE_URL to a PostgreSQL database.',
    );
  }
}

/** An owner in another container or on another machine is known only by its lock file being touched. */
async function showsLife({ file }: LockFile, waitMs: number): Promise<boolean> {
  const touchedAt = () => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const first = touchedAt();
  for (let waited = 0; waited < waitMs; waited += 250) {
    await pause(250);
    if (touchedAt() !== first) return true;
  }
  return false;
}

async function isHeld(lock: LockFile, owner: LockOwner, waitMs: number): Promise<boolean> {
  if (owner.released) return false;
  const verdict = judge(owner);
  return verdict === 'elsewhere' ? showsLife(lock, waitMs) : verdict === 'alive';
}

/**
 * Throws `FolderInUseError` where a living process of this machine has the folder. An owner in another container is not
 * judged here: only `lockFolder` waits for its signs of life.
 */
export function assertFolderFree(folder: string): void {
  const directory = `${folder}.lock`;
  if (!fs.existsSync(/* turbopackIgnore: true */ directory)) return;
  const owner = readLock(newestLock(directory));
  if (owner && !owner.released && judge(owner) === 'alive') throw new FolderInUseError(folder, owner);
}

/**
 * Makes this process the one owner of `folder` and gives back how to release it. A lock of a dead process is superseded.
 * Of two openers exactly one wins: a lock is never overwritten, its successor carries the next number, a number can be
 * taken once, and who finds a higher number than his own has lost.
 * Throws `FolderInUseError` when another process, or this one, has it already.
 */
export async function lockFolder(folder: string, options: { silenceMs?: number } = {}): Promise<() => void> {
  const directory = `${folder}.lock`;
  fs.mkdirSync(/* turbopackIgnore: true */ directory, { recursive: true, mode: 0o700 });
  const own: LockOwner = { ...ownIdentity(), since: now().toISOString(), released: false };

  for (;;) {
    const newest = newestLock(directory);
    const owner = readLock(newest);
    if (owner && (await isHeld(newest, owner, options.silenceMs ?? silenceMs)))
      throw new FolderInUseError(folder, owner);

    const number = newest.number + 1;
    if (!placeLock(directory, number, own)) continue;
    const placed = newestLock(directory);
    if (placed.number !== number) {
      fs.rmSync(path.join(directory, String(number)), { force: true });
      continue;
    }
    sweepBelow(directory, number);
    return keep(directory, placed, own);
  }
}

/** A process that was suspended for so long that its folder was given away must not write another byte, not even to close. */
function endAtOnce(directory: string): void {
  process.stderr.write(
    `Another process has taken over ${directory}; this one ends without closing its database.\n`,
  );
  process.kill(process.pid, 'SIGKILL');
}

function keep(directory: string, lock: LockFile, own: LockOwner): () => void {
  const heartbeat = setInterval(() => {
    // A folder removed under a running server is reported by the database itself.
    if (!fs.existsSync(directory)) return;
    if (newestLock(directory).number !== lock.number) endAtOnce(directory);
    const at = now();
    fs.utimes(lock.file, at, at, () => {});
  }, heartbeatMs);
  heartbeat.unref();
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    clearInterval(heartbeat);
    const stillOurs = fs.existsSync(directory) && newestLock(directory).number === lock.number;
    if (stillOurs) replaceLock(directory, lock, { ...own, released: true });
  };
}
