/** For so long a row that was given counts no second time, in ms: an open page asks for its rows every second. */
const keptMs = 10 * 60_000;
/** Rows remembered for one person and scope; beyond it the oldest count again. */
const mostOfOne = 40_000;
/** Rows remembered of everybody together, about 40 MB; beyond it those of the people who read longest ago count again. */
const mostOfAll = 400_000;

type Seen = {
  /** When each row was given, in ms, in the order of time. */
  rows: Map<string, number>;
  lastMs: number;
};

/** The rows that this process gave to each person lately. What it forgets counts again; nothing else depends on it. */
export class RowsSeen {
  /** In the order of the last time that each holder was given rows. */
  private readonly all = new Map<string, Seen>();

  /** How many rows are remembered, of everybody. */
  get size(): number {
    let rows = 0;
    for (const seen of this.all.values()) rows += seen.rows.size;
    return rows;
  }

  /** Those of these rows that the holder was not given lately, each once. */
  unseenOf(holder: string, keys: readonly string[], nowMs: number): string[] {
    const rows = this.all.get(holder)?.rows;
    return [...new Set(keys)].filter((key) => (rows?.get(key) ?? Number.NEGATIVE_INFINITY) <= nowMs - keptMs);
  }

  mark(holder: string, keys: readonly string[], nowMs: number): void {
    const rows = this.all.get(holder)?.rows ?? new Map<string, number>();
    // Rows and holders go to the end again, so that the order stays the order of time.
    for (const key of keys) {
      rows.delete(key);
      rows.set(key, nowMs);
    }
    for (const [key, at] of rows) {
      if (at > nowMs - keptMs && rows.size <= mostOfOne) break;
      rows.delete(key);
    }
    this.all.delete(holder);
    this.all.set(holder, { rows, lastMs: nowMs });
    this.forgetIdle(nowMs);
  }

  /** Drops holders whose rows would all count again anyway, and the ones idle longest where there are too many rows. */
  private forgetIdle(nowMs: number): void {
    let size = this.size;
    for (const [holder, { rows, lastMs }] of this.all) {
      if (lastMs > nowMs - keptMs && size <= mostOfAll) break;
      this.all.delete(holder);
      size -= rows.size;
    }
  }
}
