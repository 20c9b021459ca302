import 'server-only';
import { eq } from 'drizzle-orm';
import { type BindingRow, findFacts } from '#lib/bindings/store-facts.ts';
import { findBinding } from '#lib/bindings/store-find.ts';
import { lockNumber } from '#lib/bindings/store-number.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';
import { requestIdsSoFar, writeAhead } from '#lib/delivery/store-attempt.ts';

export type RepeatStored =
  | { kind: 'stored'; binding: BindingRow }
  /** A newer attempt exists than the person saw: follow that one. */
  | { kind: 'already'; binding: BindingRow }
  /** Not unknown, or no longer the number's newest binding. */
  | { kind: 'not_repeatable' };

/** Writes the next attempt of an unknown binding ahead, unless anything changed since the person looked. */
export async function storeRepeat(
  db: Database,
  binding: BindingRow,
  options: { afterAttempt: number; owner: string; bodySha256: string; why?: 'repeat' | 'reassert' },
): Promise<RepeatStored> {
  return db.transaction(async (tx): Promise<RepeatStored> => {
    await lockNumber(tx, binding);
    const { newest } = await findFacts(tx, binding);
    const current = await findBinding(tx, binding.id);
    if (current === null || newest?.id !== current.id) return { kind: 'not_repeatable' };
    if (current.attemptCount > options.afterAttempt) return { kind: 'already', binding: current };
    if (current.state !== 'unknown' || current.attemptCount !== options.afterAttempt) {
      return { kind: 'not_repeatable' };
    }
    const n = current.attemptCount + 1;
    const { owner, bodySha256, why = 'repeat' } = options;
    await writeAhead(tx, current, { n, why, owner, bodySha256 });
    const [sending] = await tx
      .update(bindings)
      .set({ state: 'sending', attemptCount: n, earlierRequestIds: requestIdsSoFar(current.id) })
      .where(eq(bindings.id, current.id))
      .returning();
    return { kind: 'stored', binding: sending ?? current };
  });
}
