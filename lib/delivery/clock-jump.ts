import 'server-only';
import { leaseMs } from '#lib/delivery/limits.ts';

/** Less than a lease is longer than the request that it covers, and more than any clock drifts between two looks, in ms. */
const noticeableMs = 1_000;

/**
 * Notices that a database's clock was set forward. Leases are kept on that clock: those of living processes then look over,
 * until each has ended or begun anew on its process's own.
 */
export class SetForward {
  /** The database's clock minus our own, at most. */
  private aheadMs = Number.POSITIVE_INFINITY;
  private noticedMs = Number.NEGATIVE_INFINITY;

  /** Whether leases can't be judged now, from a statement that read `databaseMs` between two readings of `monotonicMs`. */
  hear(databaseMs: number, { askedMs, answeredMs }: { askedMs: number; answeredMs: number }): boolean {
    if (databaseMs - answeredMs > this.aheadMs + noticeableMs) this.noticedMs = answeredMs;
    this.aheadMs = databaseMs - askedMs;
    return answeredMs - this.noticedMs <= leaseMs;
  }
}
