import 'server-only';
import { type Stored, storeBinding, type WantedBinding } from '#lib/bind-number/store-binding.ts';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { followMs, leaseMs } from '#lib/delivery/limits.ts';
import { wait } from '#lib/server/wait.ts';

/** How often it is looked whether the number is free, in ms. */
const lookEveryMs = 50;

type StoredWhenFree = {
  stored: Exclude<Stored, { kind: 'reasserting' }>;
  /** When the lease of its attempt ends, on this process's clock. */
  leasedUntilMs: number;
};

/** Stores a change as `storeBinding` does. What the machine sends to the number meanwhile is waited for: a person's change follows at once. */
export async function storeWhenFree(
  db: Database,
  wanted: WantedBinding,
  options: Parameters<typeof storeBinding>[2],
): Promise<StoredWhenFree> {
  const untilMs = monotonicMs() + followMs;
  for (;;) {
    const leasedUntilMs = monotonicMs() + leaseMs;
    const stored = await storeBinding(db, wanted, options);
    if (stored.kind !== 'reasserting') return { stored, leasedUntilMs };
    if (monotonicMs() > untilMs) return { stored: { kind: 'busy' }, leasedUntilMs };
    await wait(lookEveryMs);
  }
}
