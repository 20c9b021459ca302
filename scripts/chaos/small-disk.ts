import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export type SmallDisk = {
  folder: string;
  /** Leaves no room at all, until `free`. */
  fill(): void;
  free(): void;
  remove(): void;
};

const run = (program: string, ...parameters: string[]) =>
  spawnSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });

/** A file system of its own in memory, which only root may mount. Gives the reason where that can't be done. */
export function mountSmallDisk(folder: string, mebibytes: number): SmallDisk | string {
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  mkdirSync(folder);
  const mounted = run('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder);
  if (mounted.status !== 0) return `a small disk could not be mounted: ${mounted.stderr ?? mounted.error}`;
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      for (let block = Buffer.alloc(2 ** 20); block.length >= 4_096; block = block.subarray(block.length / 2))
        while (fits(file, block));
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => void run('umount', '-l', folder),
  };
}

function fits(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) === block.length;
  } catch {
    return false;
  }
}
