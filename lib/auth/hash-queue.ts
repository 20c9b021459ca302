import { processSingleton } from '#lib/server/process-singleton.ts';

/** Who waits for a hash: `known` browsers and networks, and people with a valid link, come before `unknown` ones. */
export type HashPriority = 'known' | 'unknown';

/** One hash takes 19 MiB and a core for about 55 ms. Node's pool has four threads; two stay free for files and DNS. */
const atOnce = 2;
/** About three seconds of hashes. Who comes later is told to come back. */
const longestUnknownQueue = 100;

type Queue = { running: number; known: (() => void)[]; unknown: (() => void)[] };

const queue = () => processSingleton<Queue>('hash-queue', () => ({ running: 0, known: [], unknown: [] }));

/**
 * Runs work that hashes one password, at most two at once in this process. Null, without running it, when too many
 * of priority `unknown` wait already.
 */
export async function withHashSlot<T>(priority: HashPriority, work: () => Promise<T>): Promise<T | null> {
  const state = queue();
  if (priority === 'unknown' && state.unknown.length >= longestUnknownQueue) return null;
  if (state.running >= atOnce) await new Promise<void>((resolve) => state[priority].push(resolve));
  else state.running += 1;
  try {
    return await work();
  } finally {
    // The slot goes to the next one as it is, so that nobody can take it in between.
    const next = state.known.shift() ?? state.unknown.shift();
    if (next) next();
    else state.running -= 1;
  }
}
