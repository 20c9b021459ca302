import 'server-only';
import { perProcess } from '#lib/server/per-process.ts';

/** Whose turn comes first: somebody who waits at a screen before the lines of batches. */
export const lanes = ['person', 'batch'] as const;
export type Lane = (typeof lanes)[number];

/** Those of this process who wait to send with one key. One at a time has its turn. */
type Line = { taken: boolean; waiting: Record<Lane, (() => void)[]> };

function lineOf(keyHash: string): Line {
  const lines = perProcess<Map<string, Line>>('send-lines', () => new Map());
  const line = lines.get(keyHash) ?? { taken: false, waiting: { person: [], batch: [] } };
  lines.set(keyHash, line);
  return line;
}

/** How many of this process have their turn before somebody who comes now. */
export function aheadIn(keyHash: string, lane: Lane): number {
  const { taken, waiting } = lineOf(keyHash);
  return (taken ? 1 : 0) + waiting.person.length + (lane === 'batch' ? waiting.batch.length : 0);
}

function callNext(line: Line): void {
  const next = line.waiting.person.shift() ?? line.waiting.batch.shift();
  line.taken = next !== undefined;
  next?.();
}

/** Stands in line at once, and runs `work` when the turn has come, which ends with `work`. */
export async function inTurn<T>(keyHash: string, lane: Lane, work: () => Promise<T>): Promise<T> {
  const line = lineOf(keyHash);
  const { promise: turn, resolve } = Promise.withResolvers<void>();
  line.waiting[lane].push(resolve);
  if (!line.taken) callNext(line);
  await turn;
  try {
    return await work();
  } finally {
    // The next one asks the database, and the embedded one works on this very thread: what has its turn leaves first.
    setImmediate(callNext, line);
  }
}
