import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { DatabaseClock } from '#lib/bindings/database-clock.ts';
import { longestQueueMs } from '#lib/bindings/limits.ts';
import { aheadIn, inTurn, type Lane } from '#lib/bindings/pace-line.ts';
import { wait } from '#lib/bindings/persist.ts';
import type { Database } from '#lib/db/client.ts';
import { pace } from '#lib/db/schema.ts';
import type { Context } from '#lib/entry/context.ts';
import { monotonicMs } from '#lib/server/clock.ts';

/**
 * So much wider than allowed are slots apart, 51.5 ms for 20 a second. The provider counts at arrival: exactly 50 would
 * let 21 into a second when one of them is late, 51.5 leaves 30 ms for lateness.
 */
const margin = 1.03;

/** What a batch may count on where so many a second are allowed, for an estimate. */
export const paceOf = (perSecond: number): number => perSecond / margin;

/** What may be sent with a key. The provider counts by key and action, and takes 20 a second. */
export type Quota = { keyHash: string; perSecond: number };

/** The quota for binding, or for another action. */
export function quotaOf({ gateway, sendsPerSecond }: Context, action?: string): Quota {
  const keyHash = action === undefined ? gateway.keyHash : `${gateway.keyHash}:${action}`;
  return { keyHash, perSecond: sendsPerSecond };
}

/**
 * So long what the slowest process is allowed holds for every other one after it last sent, in ms: long enough for who
 * sends rarely, short enough that one which was set to more is not held up by what it was before.
 */
const allowedForMs = 60_000;

/** A slot met later than this, in ms, is not used as it is, so that a process that was busy does not bunch its sends. */
const latestMs = 20;

/** Refused for its limit, the pace of all processes on the database becomes this much of what it was … */
const slowerBy = 0.88;
/** … at most this often, in ms: refusals of what was sent at the old pace say nothing new. */
const slowerEveryMs = 700;
/** And climbs by this many sends a second each second, until the provider refuses again: it finds out what others leave. */
const climb = 1;
const slowest = 1;

const ms = (value: number) => sql`${value} * interval '1 millisecond'`;

/** How long ago the last refusal was, in seconds. A database's clock that was set back makes it long ago, not to come. */
const sinceRefusal = sql`abs(extract(epoch from clock_timestamp() - ${pace.rateAt}))`;

/** Another process that may send less has sent lately. A database's clock that was set back ends it. */
const isHeld = sql`${pace.allowedUntil} between clock_timestamp() and clock_timestamp() + ${ms(allowedForMs)}`;
const isHeldTo = (perSecond: number) => sql`${isHeld} and ${pace.allowed} < ${perSecond}::float8`;

const allowedNow = (perSecond: number) =>
  sql`case when ${isHeldTo(perSecond)} then ${pace.allowed} else ${perSecond}::float8 end`;

/** Sends a second as of now: the full pace, or what the provider took when it last refused and what was climbed since. */
function rateNow(perSecond: number): SQL {
  const full = sql`(${allowedNow(perSecond)}) / ${margin}::float8`;
  const found = sql`${pace.rate} + ${climb}::float8 * ${sinceRefusal}`;
  return sql`least(${full}, greatest(${slowest}::float8, coalesce(${found}, ${full})))`;
}

/** A slot on this process's clock, and what the database calls it. */
type Slot = { atMs: number; name: string };

/** Each database's clock on this process's. */
const clocks = new WeakMap<Database, DatabaseClock>();

/**
 * Grants the next free slot in one statement on the database's clock, so that every process on it shares one pace: that
 * of the process that is allowed least, where they differ. A slot that was met `late` becomes a slot of now, unless another
 * one was granted after it. Null when the queue is longer than `longestQueueMs`.
 */
export async function grantSlot(
  db: Database,
  { keyHash, perSecond }: Quota,
  late: Slot | null = null,
): Promise<Slot | null> {
  // A slot further off than any queue can be means that the database's clock was set back: start anew.
  const lost = sql`${pace.lastSlotAt} > clock_timestamp() + ${ms(longestQueueMs * 3)}`;
  const spacing = sql`(1000 / ${rateNow(perSecond)}) * interval '1 millisecond'`;
  const isLast = sql`${pace.lastSlotAt} = ${late?.name ?? null}::timestamptz`;
  const allowedUntil = sql`clock_timestamp() + ${ms(allowedForMs)}`;
  const askedMs = monotonicMs();
  const [granted] = await db
    .insert(pace)
    .values({ keyHash, lastSlotAt: sql`clock_timestamp()`, allowed: perSecond, allowedUntil })
    .onConflictDoUpdate({
      target: pace.keyHash,
      set: {
        lastSlotAt: sql`case when ${lost} then clock_timestamp()
          when ${isLast} then greatest(${pace.lastSlotAt}, clock_timestamp())
          else greatest(${pace.lastSlotAt} + ${spacing}, clock_timestamp()) end`,
        allowed: allowedNow(perSecond),
        allowedUntil: sql`case when ${isHeldTo(perSecond)} then ${pace.allowedUntil} else ${allowedUntil} end`,
      },
      setWhere: sql`${lost} or ${pace.lastSlotAt} < clock_timestamp() + ${ms(longestQueueMs)}`,
    })
    .returning({
      name: sql<string>`${pace.lastSlotAt}::text`,
      at: sql<string>`extract(epoch from ${pace.lastSlotAt}) * 1000`,
      now: sql<string>`extract(epoch from clock_timestamp()) * 1000`,
    });
  if (granted === undefined) return null;
  const clock = clocks.get(db) ?? new DatabaseClock();
  clocks.set(db, clock);
  clock.hear(Number(granted.now), { askedMs, answeredMs: monotonicMs() });
  return { atMs: clock.toMonotonic(Number(granted.at)), name: granted.name };
}

/** Waits for a granted slot. One that is met late is moved or given up for the next one. False when the queue is too long. */
async function waitForSlot(db: Database, quota: Quota): Promise<boolean> {
  let slot: Slot | null = null;
  for (let lateSlots = 0; ; lateSlots += 1) {
    slot = await grantSlot(db, quota, slot);
    if (slot === null) return false;
    await sleepUntil(slot.atMs);
    // A process that is always late sends all the same: what it gave up before has kept others at a distance.
    if (monotonicMs() - slot.atMs <= latestMs || lateSlots >= 4) return true;
  }
}

/**
 * Waits until this process may send one request with the key. Only the first of a process's line asks for a slot, so
 * that a moment of being busy costs one slot and not the whole line's. A person at a screen goes before a batch. False
 * when the wait would be longer than `longestQueueMs`.
 */
export async function takeSlot(db: Database, quota: Quota, lane: Lane = 'person'): Promise<boolean> {
  const { keyHash, perSecond } = quota;
  if ((aheadIn(keyHash, lane) * 1000) / paceOf(perSecond) > longestQueueMs) return false;
  return inTurn(keyHash, lane, () => waitForSlot(db, quota));
}

/** Timers may fire a little early. */
async function sleepUntil(atMs: number): Promise<void> {
  for (let leftMs = atMs - monotonicMs(); leftMs > 0; leftMs = atMs - monotonicMs())
    await wait(Math.ceil(leftMs));
}

/**
 * Hears that the provider refused for its limit, because others use the same key: every process on the database sends
 * more slowly from its next slot on, and finds the limit again by climbing.
 */
export async function slowDown(db: Database, { keyHash, perSecond }: Quota): Promise<void> {
  const isNews = sql`(${pace.rateAt} is null or ${sinceRefusal} * 1000 > ${slowerEveryMs}::float8)`;
  const first = { rate: paceOf(perSecond) * slowerBy, rateAt: sql`clock_timestamp()` };
  await db
    .insert(pace)
    .values({ keyHash, lastSlotAt: sql`clock_timestamp()`, ...first })
    .onConflictDoUpdate({
      target: pace.keyHash,
      set: { rate: sql`${rateNow(perSecond)} * ${slowerBy}::float8`, rateAt: sql`clock_timestamp()` },
      setWhere: isNews,
    });
}
