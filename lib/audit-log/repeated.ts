import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import type { Actor } from '#lib/audit-log/store.ts';
import { addToCount, linkCount } from '#lib/audit-log/store-counts.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import type { CountedActs, CountScope, RecordedEvent } from '#lib/domain/recorded-event.ts';

type Ground = { db: Database };

/** One of the counters that an act is counted under, and how many events it may leave in an hour. */
export type Counter = { scope: CountScope; key: string; limit: number };

/** Settled for denied acts: the first ten of a person in an hour are events of their own. */
export const fullAnHour = 10;

const hourMs = 3_600_000;

type Place = 'full' | { countedBy: Counter } | 'counted';

/**
 * Records an act that can be repeated without end, such as a denied one or a wrong password: events are never deleted, so a
 * flood of them would stay for ever. Within a clock hour each counter lets `limit` acts through as events of their own, the
 * next one becomes an event that says further ones are counted, and the rest only count. Counters go from the narrowest to
 * the widest; the widest bounds all events of the hour, those that count included.
 */
export async function recordRepeated(
  { db }: Ground,
  actor: Actor,
  event: RecordedEvent & { kind: CountedActs['of'] },
  counters: readonly [Counter, ...Counter[]],
): Promise<void> {
  await recordOrCount({ db }, actor, {
    of: event.kind,
    counters,
    hour: hourOf(now()),
    record: () => recordEvent({ db }, actor, event),
  });
}

type Repeated = {
  of: CountedActs['of'];
  counters: readonly [Counter, ...Counter[]];
  hour: Date;
  /** Stores the act in full, as an event or elsewhere. */
  record: () => Promise<unknown>;
};

export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / hourMs) * hourMs);

/** The same for an act that is stored in full by other means than an event. False: it was only counted. */
export async function recordOrCount(
  { db }: Ground,
  actor: Actor,
  { of, counters, hour, record }: Repeated,
): Promise<boolean> {
  const place = await findPlace(db, hour, counters);
  if (place === 'full') await record();
  if (place === 'full' || place === 'counted') return place === 'full';
  const { scope, key, limit } = place.countedBy;
  await db.transaction(async (inside) => {
    const details = { of, scope, hour: hour.toISOString(), limit };
    const id = await recordEvent({ db: inside }, actorOf(scope, actor), { kind: 'counted', details });
    await linkCount(inside, { hour, key }, id);
  });
  return false;
}

async function findPlace(db: Database, hour: Date, counters: readonly Counter[]): Promise<Place> {
  const widest = counters.at(-1);
  for (const counter of counters) {
    const count = await addToCount(db, { hour, key: counter.key });
    if (count <= counter.limit) continue;
    if (count > counter.limit + 1) return 'counted';
    if (!widest || counter === widest) return { countedBy: counter };
    const total = await addToCount(db, { hour, key: widest.key });
    if (total <= widest.limit) return { countedBy: counter };
    return total === widest.limit + 1 ? { countedBy: widest } : 'counted';
  }
  return 'full';
}

/** An event that counts names what its acts have in common, and nobody who happened to come next. */
function actorOf(scope: CountScope, actor: Actor): Actor {
  if (scope === 'person') return actor;
  if (scope === 'account') return { ...actor, address: null };
  return { ...actor, name: '', email: '', address: scope === 'network' ? actor.address : null };
}
