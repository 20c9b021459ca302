import 'server-only';

/** A clock may tell whole milliseconds only, as that of the embedded database does. */
const resolutionMs = 1;
/** What was heard longer ago than this is forgotten, in ms: two clocks drift apart. */
const fadesAfterMs = 10_000;

type Heard = { atMs: number; least: number; most: number };

/**
 * Where a database's clock stands on this process's own. Each statement that tells the time was asked before and answered
 * after it read the clock; the quickest of the last ones bound it best, so that one which took long misleads nobody.
 */
export class DatabaseClock {
  private heard: Heard[] = [];

  /** Learns from a statement that read `databaseMs` between two readings of `monotonicMs`. */
  hear(databaseMs: number, { askedMs, answeredMs }: { askedMs: number; answeredMs: number }): void {
    const newest = {
      atMs: answeredMs,
      least: askedMs - databaseMs - resolutionMs,
      most: answeredMs - databaseMs,
    };
    const recent = this.heard.filter(({ atMs }) => answeredMs - atMs < fadesAfterMs);
    // One of the clocks was set: what was heard before it says nothing.
    const agree = recent.every(({ least, most }) => least <= newest.most && most >= newest.least);
    this.heard = agree ? [...recent, newest] : [newest];
  }

  /** What `monotonicMs` shows when the database's clock shows this. Off by half of the quickest statement at most. */
  toMonotonic(databaseMs: number): number {
    const least = Math.max(...this.heard.map((each) => each.least));
    const most = Math.min(...this.heard.map((each) => each.most));
    return databaseMs + (least + most) / 2;
  }
}
