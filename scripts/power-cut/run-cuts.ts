import fs from 'node:fs';
import path from 'node:path';
import { afterCut, type Survival } from '#scripts/power-cut/after-cut.ts';
import { checkFolder, type Findings, forgetOwner } from '#scripts/power-cut/check-folder.ts';
import type { Cut } from '#scripts/power-cut/cuts.ts';
import { Disk } from '#scripts/power-cut/disk.ts';
import { isRow } from '#scripts/power-cut/facts.ts';
import { type Run, toldBefore } from '#scripts/power-cut/ledger.ts';
import { dataDirIn } from '#scripts/power-cut/runs.ts';
import { layFolder } from '#scripts/power-cut/seed-folder.ts';

/** A cut, how many rows were acknowledged before it, and what the next start found. */
export type Ended = Cut & Findings & { acknowledged: number };

type How = { roll: (below: number) => number; liesFrom?: number };

/** Plays a run to a disk of either rule, as far as each cut in turn, and lays what that disk holds then into `at`. */
export function createCutter({ recording }: Run, { roll, ...lies }: How): (cut: Cut, at: string) => void {
  const posix = new Disk(recording, { rule: 'posix', ...lies });
  const ext4 = new Disk(recording, { rule: 'ext4', ...lies });
  const disks: Record<Survival, Disk> = { forgets: posix, scatters: posix, journals: ext4 };
  return (cut, at) => {
    const disk = disks[cut.survival];
    disk.playTo(cut.at);
    layFolder(recording, afterCut(disk, cut.survival, roll), at);
    forgetOwner(dataDirIn(at));
  };
}

/** Cuts a run at each of these moments, which come in order, and starts again from what is left. Folders are made in `base`. */
export async function runCuts(
  run: Run,
  cuts: readonly Cut[],
  { base, onEnd, ...how }: How & { base: string; onEnd?: (ended: Ended) => void },
): Promise<Ended[]> {
  const layCut = createCutter(run, how);
  const ends: Ended[] = [];
  for (const cut of cuts) {
    const folder = fs.mkdtempSync(path.join(base, 'cut-'));
    const root = path.join(folder, 'disk');
    layCut(cut, root);
    const acknowledged = toldBefore(run, cut.at);
    const findings = await checkFolder(dataDirIn(root), acknowledged);
    const ended = { ...cut, ...findings, acknowledged: acknowledged.filter(isRow).length };
    ends.push(ended);
    onEnd?.(ended);
    fs.rmSync(folder, { recursive: true });
  }
  return ends;
}
