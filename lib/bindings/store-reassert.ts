import 'server-only';
import { nextStep } from '#lib/bindings/horizon.ts';
import { writeAhead } from '#lib/bindings/store-attempt.ts';
import { lockNumber } from '#lib/bindings/store-binding.ts';
import type { BindingRow, NumberKey } from '#lib/bindings/store-facts.ts';
import { isInFlight } from '#lib/bindings/store-flight.ts';
import { findBinding } from '#lib/bindings/store-repeat.ts';
import { listUnsettled } from '#lib/bindings/store-unsettled.ts';
import type { Database } from '#lib/db/client.ts';
import { now } from '#lib/server/clock.ts';

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
