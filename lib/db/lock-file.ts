import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const lockOwner = z.object({
  pid: z.number(),
  startTicks: z.string().nullable(),
  host: z.string(),
  space: z.string(),
  /** UTC, ISO 8601. */
  since: z.string(),
  released: z.boolean(),
});

export type LockOwner = z.infer<typeof lockOwner>;

/** A lock as it lies on disk. Numbers only grow: the file with the highest one is the lock. */
export type LockFile = { number: number; file: string };

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

export function newestLock(directory: string): LockFile {
  const numbers = fs
    .readdirSync(directory)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const number = Math.max(0, ...numbers);
  return { number, file: path.join(directory, String(number)) };
}

/** Null: no such lock any more. Throws where the file is not one of ours. */
export function readLock({ file }: LockFile): LockOwner | null {
  try {
    return lockOwner.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw new Error(
      `The lock file ${file} cannot be read. If no Patchboard uses this folder, delete the file.`,
    );
  }
}

function writeWhole(directory: string, owner: LockOwner): string {
  const draft = path.join(directory, `draft-${randomUUID()}`);
  fs.writeFileSync(draft, JSON.stringify(owner), { flag: 'wx', mode: 0o600, flush: true });
  return draft;
}

/** Puts a lock there whole, or not at all where its number is taken. */
export function placeLock(directory: string, number: number, owner: LockOwner): boolean {
  const draft = writeWhole(directory, owner);
  try {
    // The only operation of a file system that is both atomic and refuses to overwrite.
    fs.linkSync(draft, path.join(directory, String(number)));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    fs.unlinkSync(draft);
  }
}

export function replaceLock(directory: string, { file }: LockFile, owner: LockOwner): void {
  fs.renameSync(writeWhole(directory, owner), file);
}

/** Clears away what the owner of `number` has superseded. */
export function sweepBelow(directory: string, number: number): void {
  for (const name of fs.readdirSync(directory)) {
    const superseded = /^\d+$/.test(name) && Number(name) < number;
    if (superseded) fs.rmSync(path.join(directory, name), { force: true });
  }
}
