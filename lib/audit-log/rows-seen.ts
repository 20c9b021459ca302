import { processSingleton } from '#lib/server/process-singleton.ts';

/** For so long a row that was given counts no second time, in ms: an open page asks for its rows every second. */
const keptMs = 10 * 60_000;
/** Rows remembered for one person and scope; beyond it the oldest count again. */
const most = 40_000;

type Seen = Map<string, number>;

const seenBy = (holder: string): Seen => {
  const all = processSingleton('rows-seen', () => new Map<string, Seen>());
  const seen = all.get(holder) ?? new Map<string, number>();
  all.set(holder, seen);
  return seen;
};

/** Those of these rows that this process has not given to their reader lately, each once. */
export function unseenOf(holder: string, keys: readonly string[], nowMs: number): string[] {
  const seen = seenBy(holder);
  return [...new Set(keys)].filter((key) => (seen.get(key) ?? Number.NEGATIVE_INFINITY) <= nowMs - keptMs);
}

export function markSeen(holder: string, keys: readonly string[], nowMs: number): void {
  const seen = seenBy(holder);
  for (const key of keys) {
    // Again at the end, so that the order is the order of time.
    seen.delete(key);
    seen.set(key, nowMs);
  }
  for (const [key, at] of seen) {
    if (at > nowMs - keptMs && seen.size <= most) break;
    seen.delete(key);
  }
}
