import fs from 'node:fs';
import path from 'node:path';
import { afterCut } from '#scripts/power-cut/after-cut.ts';
import { Disk } from '#scripts/power-cut/disk.ts';
import type { Recording } from '#scripts/power-cut/operation.ts';
import { layFolder } from '#scripts/power-cut/seed-folder.ts';

/** Every file below a folder with its bytes, in base64, and every folder with null. */
export function contentsOf(folder: string): Record<string, string | null> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const contents = entries.map((entry): [string, string | null] => {
    const at = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, at), entry.isDirectory() ? null : fs.readFileSync(at, 'base64')];
  });
  return Object.fromEntries(contents.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lays a recording as if everything had been synced in the end. */
export function layWhole(recording: Recording, at: string): void {
  const inodes = new Set([...recording.before.keys(), ...recording.folders]);
  for (const { inode } of recording.operations) inodes.add(inode);
  const syncs = [...inodes].map((inode) => ({ kind: 'sync' as const, inode }));
  const operations = [...recording.operations, ...syncs];
  const disk = new Disk({ ...recording, operations }, { rule: 'posix' });
  disk.playTo(operations.length);
  layFolder(
    recording,
    afterCut(disk, 'forgets', () => 0),
    at,
  );
}
