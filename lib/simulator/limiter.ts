type LimiterCounters = { limited: number; busiestWholeSecond: number; busiestSlidingSecond: number };

/**
 * At most `perSecond` accepted requests of one action in any second. Tencent documents the number but not the window; a
 * sliding second contains every whole one, so keeping to it keeps to both, and the counters tell the two apart.
 * Arrivals that were turned away do not use up the window. `perSecond` null lets everything through and still counts.
 */
export function createLimiter(perSecond: number | null) {
  const windows = new Map<string, { arrivals: number[]; accepted: number[] }>();
  let counters: LimiterCounters = { limited: 0, busiestWholeSecond: 0, busiestSlidingSecond: 0 };
  return {
    /** @param atMs arrival on a clock that never steps back, in milliseconds since the epoch */
    admit(action: string, atMs: number): boolean {
      const { arrivals, accepted } = windows.get(action) ?? { arrivals: [], accepted: [] };
      const seen = [...arrivals.filter((past) => isRecent(past, atMs)), atMs];
      counters.busiestWholeSecond = Math.max(counters.busiestWholeSecond, inWholeSecond(seen, atMs));
      counters.busiestSlidingSecond = Math.max(counters.busiestSlidingSecond, seen.length);
      const kept = accepted.filter((past) => isRecent(past, atMs));
      const admitted = perSecond === null || kept.length < perSecond;
      if (!admitted) counters.limited += 1;
      windows.set(action, { arrivals: seen, accepted: admitted ? [...kept, atMs] : kept });
      return admitted;
    },
    counters: (): LimiterCounters => ({ ...counters }),
    reset() {
      windows.clear();
      counters = { limited: 0, busiestWholeSecond: 0, busiestSlidingSecond: 0 };
    },
  };
}

const isRecent = (past: number, atMs: number): boolean => past > atMs - 1000;
const inWholeSecond = (times: number[], atMs: number): number =>
  times.filter((past) => Math.floor(past / 1000) === Math.floor(atMs / 1000)).length;
