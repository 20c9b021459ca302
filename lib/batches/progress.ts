import 'server-only';
import { countLines, listUndoing, type Progress } from '#lib/batches/store.ts';
import type { BatchRow } from '#lib/batches/store-start.ts';
import { countUndecided } from '#lib/batches/store-unknown.ts';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** So long one count serves everybody, in ms: with a look every half second, nobody sees one that is a second old. */
const sharedMs = 400;

export type Counted = { progress: Progress; undecided: number; undoneBy: BatchRow[] };
type Shared = { stamp: string; atMs: number; counted: Promise<Counted> };

const shared = () => processSingleton<Map<string, Shared>>('batch-progress', () => new Map());

/** Whatever changes it asks for a new count, so that a batch is never called done with lines under way. */
const stampOf = ({ state, changedAt, finishedAt }: BatchRow): string =>
  JSON.stringify([state, changedAt, finishedAt]);

/** How far a batch is, counted once for all who look at the same time: each count reads every line of the batch. */
export function readProgress(db: Database, row: BatchRow): Promise<Counted> {
  const atMs = monotonicMs();
  const known = shared();
  for (const [id, each] of known) if (atMs - each.atMs > sharedMs) known.delete(id);
  const stamp = stampOf(row);
  const found = known.get(row.id);
  if (found?.stamp === stamp) return found.counted;
  const counted = count(db, row);
  known.set(row.id, { stamp, atMs, counted });
  counted.catch(() => forgetProgress(row.id));
  return counted;
}

async function count(db: Database, row: BatchRow): Promise<Counted> {
  const [progress, undoneBy] = await Promise.all([countLines(db, row.id), listUndoing(db, row.id)]);
  const undecided = progress.counts.unknown ? await countUndecided(db, row) : 0;
  return { progress, undecided, undoneBy };
}

/** The next who looks counts anew: lines were changed. */
export const forgetProgress = (batchId: string): void => void shared().delete(batchId);
