import 'server-only';
import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import { type BindingRow, findFacts } from '#lib/bindings/store-facts.ts';
import { lockNumber, writeNumberLine } from '#lib/bindings/store-number.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { batches, bindings } from '#lib/db/schema.ts';
import { requestIdsSoFar, unsentLine, writeAhead } from '#lib/delivery/store-attempt.ts';
import { isInFlight } from '#lib/delivery/store-flight.ts';
import { unsentCodes } from '#lib/domain/batch.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

export type Claim =
  /** Written ahead and this process's to send. */
  | { kind: 'claimed'; binding: BindingRow }
  /** Somebody changed its number after the dry run: it was settled as unsent. */
  | { kind: 'changed' }
  /** Its app is retired: it was settled as unsent. */
  | { kind: 'retired' }
  /** Its number is being sent to right now. */
  | { kind: 'busy'; bindingId: string }
  /** The batch has nothing to claim now, or does not run. */
  | { kind: 'none' };

type Claiming = {
  batchId: string;
  owner: string;
  /** Bindings to leave alone for now. */
  except: readonly string[];
  /** Apps whose lines are not sent any more. */
  retiredApps: readonly string[];
  bodySha256Of: (binding: BindingRow) => string;
  failPoint: string | null;
};

/**
 * Takes the next line of a batch that runs and writes its attempt ahead, in one transaction; lines that other
 * processes are taking at this moment are passed over. The attempt's number is the line's epoch: what recovery has
 * finished meanwhile can be finished by nobody else.
 */
export async function claimQueued(
  db: Database,
  { batchId, owner, except, retiredApps, bodySha256Of, failPoint }: Claiming,
): Promise<Claim> {
  return db.transaction(async (tx): Promise<Claim> => {
    const [queued] = await tx
      .select()
      .from(bindings)
      .where(
        and(
          eq(bindings.batchId, batchId),
          eq(bindings.state, 'queued'),
          except.length > 0 ? notInArray(bindings.id, [...except]) : undefined,
          sql`exists (select 1 from ${batches} where ${batches.id} = ${batchId} and ${batches.state} = 'running')`,
        ),
      )
      .orderBy(asc(bindings.batchLine))
      .limit(1)
      .for('update', { skipLocked: true });
    if (queued === undefined) return { kind: 'none' };
    await lockNumber(tx, queued);
    const facts = await findFacts(tx, queued);
    if (facts.open?.state === 'sending' || (await isInFlight(tx, queued)))
      return { kind: 'busy', bindingId: queued.id };
    if (retiredApps.includes(queued.appId)) {
      await tx.update(bindings).set(unsentLine('retired')).where(eq(bindings.id, queued.id));
      return { kind: 'retired' };
    }
    if (!isAsSeen(queued, facts.newest)) {
      await tx
        .update(bindings)
        .set({ state: 'unsent', settledAt: now(), code: unsentCodes.changed })
        .where(eq(bindings.id, queued.id));
      return { kind: 'changed' };
    }
    const n = queued.attemptCount + 1;
    const why = n === 1 ? 'first' : 'retry';
    await writeAhead(tx, queued, { n, why, owner, bodySha256: bodySha256Of(queued) });
    const [binding] = await tx
      .update(bindings)
      .set({ state: 'sending', attemptCount: n, earlierRequestIds: requestIdsSoFar(queued.id) })
      .where(eq(bindings.id, queued.id))
      .returning();
    if (binding === undefined) throw new Error('A claimed line is gone.');
    await writeNumberLine(tx, binding, { newest: binding, bound: facts.bound, open: binding });
    reachFailPoint(failPoint, 'before-claim-commit');
    return { kind: 'claimed', binding };
  });
}

/** The number's newest binding is the one the dry run saw, or the line itself, which has been tried before. */
const isAsSeen = (queued: BindingRow, newest: BindingRow | null): boolean =>
  (newest?.id ?? null) === queued.previousBindingId || newest?.id === queued.id;
