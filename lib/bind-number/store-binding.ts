import 'server-only';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { type BindingRow, findFacts, type KnownFacts, type NumberKey } from '#lib/bindings/store-facts.ts';
import { lockNumber, writeNumberLine } from '#lib/bindings/store-number.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';
import { writeAhead } from '#lib/delivery/store-attempt.ts';
import { isInFlight } from '#lib/delivery/store-flight.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';

/** A wanted change, checked, before it has a place in history. */
export type WantedBinding = NumberKey &
  Pick<
    BindingRow,
    | 'numberType'
    | 'callbackUrl'
    | 'callbackHost'
    | 'restoresBindingId'
    | 'actorId'
    | 'actorName'
    | 'actorEmail'
    | 'actorAddress'
    | 'source'
    | 'reason'
    | 'idempotencyKey'
    | 'fingerprint'
  >;

export type Stored =
  /** Stored with its first attempt, and nobody else may send to the number: now it has to be sent. */
  | { kind: 'stored'; binding: BindingRow }
  /** The key was used before; `sameChange` tells whether for the same change. Nothing was stored. */
  | { kind: 'key_used'; binding: BindingRow; sameChange: boolean }
  /** What follows stored nothing either. */
  | { kind: 'conflict'; facts: KnownFacts }
  | { kind: 'busy' }
  /** Busy for a moment: the machine is sending once more what is bound already. */
  | { kind: 'reasserting' }
  | { kind: 'unchanged'; facts: KnownFacts };

/** A time that is later than everything of the number, also where clocks of several servers disagree. */
const timeAfter = (newest: BindingRow | null): Date =>
  new Date(Math.max(now().getTime(), (newest?.createdAt.getTime() ?? 0) + 1));

/** What is stored beside the URL for those who see it masked. A rule that hides more later holds for later rows. */
const maskedOf = ({ callbackUrl }: WantedBinding) => ({
  callbackUrlMasked: callbackUrl === null ? null : maskUrlSecrets(callbackUrl),
});

const previousOf = ({ newest, bound, certainty }: KnownFacts) => ({
  previousUrl: bound?.callbackUrl ?? null,
  previousCertainty: certainty,
  previousBindingId: newest?.id ?? null,
});

/**
 * Decides under the number's lock whether a change may be sent, and stores it with its first attempt if so. When
 * this returns `stored` the row is durable: only then may a byte leave.
 */
export async function storeBinding(
  db: Database,
  wanted: WantedBinding,
  options: { seen: string | null; sendUnchanged: boolean; owner: string; bodySha256: string },
): Promise<Stored> {
  return db.transaction(async (tx): Promise<Stored> => {
    await lockNumber(tx, wanted);
    const { sameKey, ...facts } = await findFacts(tx, wanted, wanted);
    if (sameKey !== null) return keyUsed(sameKey, wanted);
    if ((facts.newest?.id ?? null) !== options.seen) return { kind: 'conflict', facts };
    if (facts.open?.state === 'sending') return { kind: 'busy' };
    if (await isInFlight(tx, wanted)) return { kind: 'reasserting' };
    if (!options.sendUnchanged && isUnchanged(facts, wanted)) return { kind: 'unchanged', facts };
    const createdAt = timeAfter(facts.newest);
    const [binding] = await tx
      .insert(bindings)
      .values({
        ...wanted,
        ...maskedOf(wanted),
        ...previousOf(facts),
        id: makeBindingId(createdAt),
        createdAt,
        state: 'sending',
        attemptCount: 1,
      })
      .onConflictDoNothing({ target: [bindings.actorId, bindings.idempotencyKey] })
      .returning();
    // The key was taken meanwhile by a request for another number, which this number's lock does not hold up.
    if (binding === undefined) {
      const taken = await findFacts(tx, wanted, wanted);
      if (taken.sameKey === null) throw new Error('An idempotency key is both taken and free.');
      return keyUsed(taken.sameKey, wanted);
    }
    const { owner, bodySha256 } = options;
    await writeAhead(tx, binding, { n: 1, why: 'first', owner, bodySha256 });
    await writeNumberLine(tx, wanted, { newest: binding, bound: facts.bound, open: binding });
    return { kind: 'stored', binding };
  });
}

const keyUsed = (binding: BindingRow, wanted: WantedBinding): Stored => ({
  kind: 'key_used',
  binding,
  sameChange: binding.fingerprint === wanted.fingerprint && binding.state !== 'denied',
});

/** True when the number is known to have exactly this already. */
export const isUnchanged = (
  { certainty, bound }: KnownFacts,
  wanted: Pick<BindingRow, 'callbackUrl' | 'numberType'>,
): boolean =>
  certainty === 'exact' &&
  bound !== null &&
  bound.callbackUrl === wanted.callbackUrl &&
  bound.numberType === wanted.numberType;

/** Records a change that its author had no right to make. It is no part of the number's line and is never sent. */
export async function storeDenied(db: Database, wanted: WantedBinding): Promise<void> {
  const { sameKey: _sameKey, ...facts } = await findFacts(db, wanted);
  const createdAt = now();
  await db
    .insert(bindings)
    .values({
      ...wanted,
      ...maskedOf(wanted),
      ...previousOf(facts),
      id: makeBindingId(createdAt),
      createdAt,
      settledAt: createdAt,
      state: 'denied',
    })
    .onConflictDoNothing({ target: [bindings.actorId, bindings.idempotencyKey] });
}
