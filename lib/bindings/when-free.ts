import 'server-only';
import { followMs, leaseMs } from '#lib/bindings/limits.ts';
import { wait } from '#lib/bindings/persist.ts';
import { type Stored, storeBinding, type WantedBinding } from '#lib/bindings/store-binding.ts';
import type { Database } from '#lib/db/client.ts';
import { monotonicMs } from '#lib/server/clock.ts';

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
