import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { printTable, quantile, rounded } from '#scripts/bench/figures.ts';
import { tableCases } from '#scripts/bench/reading-cases.ts';

const runs = 5;
const file = fileURLToPath(new URL('reading-case.ts', import.meta.url));

export type CaseFigures = {
  ms: number;
  /** Added to the process at its peak. */
  addedMiB: number;
  /** The longest time in which the process's own thread did nothing else, in ms. */
  heldMs: number;
  what: string;
};

/** Each case in a process of its own, so that one's memory is not another's; the median of five. */
export async function benchTables(): Promise<void> {
  const rows = Object.keys(tableCases).map((name) => {
    const figures = Array.from({ length: runs }, () => {
      const child = spawnSync(process.execPath, ['--conditions=react-server', file, name], {
        encoding: 'utf8',
      });
      if (child.status !== 0) throw new Error(child.stderr);
      return JSON.parse(child.stdout) as CaseFigures;
    });
    const median = (of: (each: CaseFigures) => number) => rounded(quantile(figures.map(of), 0.5), 0);
    return [
      name,
      median(({ ms }) => ms),
      // Reading is one piece of work in a worker, where nobody waits for its thread.
      name.includes('export') ? median(({ heldMs }) => heldMs) : '–',
      median(({ addedMiB }) => addedMiB),
      figures[0]?.what ?? '',
    ];
  });
  printTable(['20,000 rows', 'ms', 'longest hold, ms', 'added MiB', 'what came out'], rows);
}
