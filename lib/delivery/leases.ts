import 'server-only';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { leaseMs, renewEveryMs } from '#lib/delivery/limits.ts';
import { type AttemptId, renewLeases } from '#lib/delivery/store-attempt.ts';
import { repeat } from '#lib/server/repeat.ts';

/** An attempt that is written ahead, and when its lease ends on this process's clock, which runs on while it is stopped. */
export type Leased = AttemptId & { leasedUntilMs: number };

type Lease = {
  /** When it ends, at least so much later, after renewing it where it must. Null: others may settle the attempt, so don't send. */
  lasts(ms: number): Promise<number | null>;
  release(): void;
};

/** Attempts of this process that wait for their turn. */
const waiting = new WeakMap<Database, { held: Set<Leased>; end: () => Promise<void> }>();

/**
 * Keeps the lease of an attempt while it waits, with one statement for all that wait. A process that has died or stands still
 * renews nothing, so that no lease outlives it by more than `leaseMs`, however long its line was.
 */
export function holdLease(db: Database, attempt: Leased): Lease {
  const lease = { ...attempt };
  const { held, end } = waiting.get(db) ?? startRenewing(db);
  held.add(lease);
  return {
    lasts: async (ms) => {
      if (monotonicMs() + ms > lease.leasedUntilMs) await renew(db, [lease]);
      return monotonicMs() + ms <= lease.leasedUntilMs ? lease.leasedUntilMs : null;
    },
    release: () => {
      held.delete(lease);
      if (held.size > 0 || waiting.get(db)?.held !== held) return;
      void end();
      waiting.delete(db);
    },
  };
}

function startRenewing(db: Database) {
  const held = new Set<Leased>();
  // What could not be renewed now is tried again, at the latest when its turn has come.
  const end = repeat({ do: () => renew(db, [...held]).catch(() => {}), everyMs: renewEveryMs });
  const keeper = { held, end };
  waiting.set(db, keeper);
  return keeper;
}

async function renew(db: Database, leases: readonly Leased[]): Promise<void> {
  const leasedUntilMs = monotonicMs() + leaseMs;
  const renewed = new Set((await renewLeases(db, leases)).map(nameOf));
  for (const lease of leases) lease.leasedUntilMs = renewed.has(nameOf(lease)) ? leasedUntilMs : 0;
}

const nameOf = ({ bindingId, n }: AttemptId): string => `${bindingId} ${n}`;
