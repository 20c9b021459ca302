import path from 'node:path';
import { openEmbedded } from '#lib/db/embedded.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import type { Fact } from '#scripts/power-cut/facts.ts';
import { Ledger, type Run } from '#scripts/power-cut/ledger.ts';
import { type LoadSize, work } from '#scripts/power-cut/load.ts';

/** A run keeps its database in `data` below the folder that is recorded, so that its own making is recorded too. */
export const dataDirIn = (root: string): string => path.join(root, 'data');

const rethrow = (error: Error): never => {
  throw error;
};

export type Start = {
  /** What it finds: no database, one that was stopped cleanly, or what a cut has left. */
  start: 'making' | 'starting' | 'recovering';
  /** What had been told before. */
  known?: Iterable<Fact>;
};

/** Starts the database in `root`, works on it and stops it cleanly; all of that recorded. */
export async function recordWork(
  root: string,
  { start, known = [], ...load }: Start & LoadSize & { simulator: Simulator },
): Promise<Run & { commits: number }> {
  const ledger = new Ledger(root, known);
  try {
    ledger.phase(start);
    const open = await openEmbedded(dataDirIn(root), rethrow);
    const { commits } = await work(open, ledger, load);
    ledger.phase('stopping');
    await open.close();
    return { ...(start === 'making' ? withMigrations(ledger.run) : ledger.run), commits };
  } finally {
    ledger.end();
  }
}

/** A new database is whole when it is moved to its place; what follows is that its tables are made. */
function withMigrations(run: Run): Run {
  const moved = run.recording.operations.findIndex(
    (operation) => operation.kind === 'rename' && operation.to.name === 'database',
  );
  const [making, ...later] = run.phases;
  if (moved < 0 || !making) throw new Error('The new database was not moved to its place.');
  return { ...run, phases: [making, { name: 'migrating', from: moved + 1 }, ...later] };
}
