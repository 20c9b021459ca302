import 'server-only';
import type { BindingRow, NumberKey } from '#lib/bindings/store-facts.ts';
import { findBinding } from '#lib/bindings/store-find.ts';
import { lockNumber } from '#lib/bindings/store-number.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { nextStep } from '#lib/delivery/late-arrival-window.ts';
import { writeAhead } from '#lib/delivery/store-attempt.ts';
import { isInFlight } from '#lib/delivery/store-flight.ts';
import { listUnsettled } from '#lib/delivery/store-unsettled.ts';

type Claiming = { horizonMs: number; owner: string; bodySha256Of: (binding: BindingRow) => string };

/**
 * Writes ahead one more request for what a number is bound to, if that is still what has to be done: decided anew under
 * the number's lock, so that of many processes one sends it. The binding is settled and stays as it is. Null where
 * there is nothing to send.
 */
export async function claimReassert(
  db: Database,
  key: NumberKey,
  { horizonMs, owner, bodySha256Of }: Claiming,
): Promise<{ binding: BindingRow; n: number } | null> {
  return db.transaction(async (tx) => {
    await lockNumber(tx, key);
    const [unsettled] = await listUnsettled(tx, { horizonMs, limit: 1, among: [key] });
    if (unsettled === undefined || (await isInFlight(tx, key))) return null;
    const step = nextStep(unsettled, now());
    if (step.kind !== 'send') return null;
    const binding = await findBinding(tx, unsettled.boundId);
    if (binding === null) throw new Error('A number without the binding that it has.');
    const n = binding.attemptCount + unsettled.tries.length + 1;
    await writeAhead(tx, binding, { n, why: step.why, owner, bodySha256: bodySha256Of(binding) });
    return { binding, n };
  });
}
