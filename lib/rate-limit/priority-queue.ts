import 'server-only';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** Whose turn comes first: somebody who waits at a screen before the lines of batches. */
export const priorities = ['person', 'batch'] as const;
export type Priority = (typeof priorities)[number];

/** Those of this process who wait to send with one key. One at a time has its turn. */
type Line = { taken: boolean; waiting: Record<Priority, (() => void)[]> };

function lineOf(keyHash: string): Line {
  const lines = processSingleton<Map<string, Line>>('send-lines', () => new Map());
  const line = lines.get(keyHash) ?? { taken: false, waiting: { person: [], batch: [] } };
  lines.set(keyHash, line);
  return line;
}

/** How many of this process have their turn before somebody who comes now. */
export function aheadIn(keyHash: string, priority: Priority): number {
  const { taken, waiting } = lineOf(keyHash);
  return (taken ? 1 : 0) + waiting.person.length + (priority === 'batch' ? waiting.batch.length : 0);
}

function callNext(line: Line): void {
  const next = line.waiting.person.shift() ?? line.waiting.batch.shift();
  line.taken = next !== undefined;
  next?.();
}

/** Stands in line at once, and runs `work` when the turn has come, which ends with `work`. */
export async function inTurn<T>(keyHash: string, priority: Priority, work: () => Promise<T>): Promise<T> {
  const line = lineOf(keyHash);
  const { promise: turn, resolve } = Promise.withResolvers<void>();
  line.waiting[priority].push(resolve);
  if (!line.taken) callNext(line);
  await turn;
  try {
    return await work();
  } finally {
    // The next one asks the database, and the embedded one works on this very thread: what has its turn leaves first.
    setImmediate(callNext, line);
  }
}
