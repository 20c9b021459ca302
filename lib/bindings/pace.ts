import 'server-only';
import { sql } from 'drizzle-orm';
import { longestQueueMs } from '#lib/bindings/limits.ts';
import { aheadIn, inTurn, type Lane } from '#lib/bindings/pace-line.ts';
import { wait } from '#lib/bindings/persist.ts';
import type { Database } from '#lib/db/client.ts';
import { pace } from '#lib/db/schema.ts';
import { monotonicMs } from '#lib/server/clock.ts';

/**
 * Distance between two slots in ms. The provider takes 20 a second, counted at arrival: exactly 50 would let 21 into
 * a second when one of them is late, 51.5 leaves 30 ms for lateness.
 */
const spacingMs = 51.5;

/** What a batch may count on, for an estimate. */
export const sendsPerSecond = 1_000 / spacingMs;

/** A slot met later than this is given up for a new one, so that a process that was busy does not bunch its sends. */
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

/** Sends a second as of now. LEAST and GREATEST skip nulls, so the full pace is what a key without refusals has. */
const rateNow = sql`greatest(${slowest}::float8,
  least(${sendsPerSecond}::float8, ${pace.rate} + ${climb}::float8 * ${sinceRefusal}))`;

const spacing = sql`(1000 / ${rateNow}) * interval '1 millisecond'`;

/**
 * Grants the next free slot in one statement on the database's clock, so that every process on it shares one pace.
 * Answers in how many ms the slot is, or null when the queue is longer than `longestQueueMs`.
 */
export async function grantSlot(db: Database, keyHash: string): Promise<number | null> {
  // A slot further off than any queue can be means that the database's clock was set back: start anew.
  const lost = sql`${pace.lastSlotAt} > clock_timestamp() + ${ms(longestQueueMs * 3)}`;
  const [slot] = await db
    .insert(pace)
    .values({ keyHash, lastSlotAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: pace.keyHash,
      set: {
        lastSlotAt: sql`case when ${lost} then clock_timestamp()
          else greatest(${pace.lastSlotAt} + ${spacing}, clock_timestamp()) end`,
      },
      setWhere: sql`${lost} or ${pace.lastSlotAt} < clock_timestamp() + ${ms(longestQueueMs)}`,
    })
    .returning({ waitMs: sql<string>`extract(epoch from ${pace.lastSlotAt} - clock_timestamp()) * 1000` });
  return slot === undefined ? null : Math.max(0, Number(slot.waitMs));
}

/** Waits for a granted slot. A slot met late is given up for the next one. False when the queue is too long. */
async function waitForSlot(db: Database, keyHash: string): Promise<boolean> {
  for (let lateSlots = 0; ; lateSlots += 1) {
    const askedMs = monotonicMs();
    const waitMs = await grantSlot(db, keyHash);
    if (waitMs === null) return false;
    // The grant was made between asking and now: wait from now, and judge lateness from asking.
    await sleepUntil(monotonicMs() + waitMs);
    const lateMs = monotonicMs() - (askedMs + waitMs);
    // A process that is always late sends all the same: what it gave up before has kept others at a distance.
    if (lateMs <= latestMs || lateSlots >= 4) return true;
  }
}

/**
 * Waits until this process may send one request with the key. Only the first of a process's line asks for a slot, so
 * that a moment of being busy costs one slot and not the whole line's. A person at a screen goes before a batch. False
 * when the wait would be longer than `longestQueueMs`.
 */
export async function takeSlot(db: Database, keyHash: string, lane: Lane = 'person'): Promise<boolean> {
  if (aheadIn(keyHash, lane) * spacingMs > longestQueueMs) return false;
  return inTurn(keyHash, lane, () => waitForSlot(db, keyHash));
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
export async function slowDown(db: Database, keyHash: string): Promise<void> {
  const isNews = sql`(${pace.rateAt} is null or ${sinceRefusal} * 1000 > ${slowerEveryMs}::float8)`;
  const first = { rate: sendsPerSecond * slowerBy, rateAt: sql`clock_timestamp()` };
  await db
    .insert(pace)
    .values({ keyHash, lastSlotAt: sql`clock_timestamp()`, ...first })
    .onConflictDoUpdate({
      target: pace.keyHash,
      set: { rate: sql`${rateNow} * ${slowerBy}::float8`, rateAt: sql`clock_timestamp()` },
      setWhere: isNews,
    });
}
