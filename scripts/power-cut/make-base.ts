import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Held in memory where there is room, since the disk is a played one: each cut lays and syncs 60 MB. */
const memory = '/dev/shm';
const neededBytes = 1024 ** 3;

/** A new folder for live databases and for what cuts leave of them. */
export function makeBase(): string {
  const free = (at: string) => {
    const { bavail, bsize } = fs.statfsSync(at);
    return bavail * bsize;
  };
  const roomy = fs.existsSync(memory) && free(memory) > neededBytes;
  return fs.mkdtempSync(path.join(roomy ? memory : os.tmpdir(), 'patchboard-power-cut-'));
}
