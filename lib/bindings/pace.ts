import 'server-only';
import { sql } from 'drizzle-orm';
import { longestQueueMs } from '#lib/bindings/limits.ts';
import type { Database } from '#lib/db/client.ts';
import { pace } from '#lib/db/schema.ts';
import { monotonicMs } from '#lib/server/clock.ts';

/**
 * Distance between two slots in ms. The provider takes 20 a second, counted at arrival: exactly 50 would let 21 into
 * a second when one of them is late, 51.5 leaves 30 ms for lateness.
 */
const spacingMs = 51.5;

/** A slot met later than this is given up for a new one, so that a process that was busy does not bunch its sends. */
const latestMs = 20;

/** After the provider has said that the quota is used up, all processes on the database wait this long, in ms. */
const pauseMs = 1_000;

/** And then start at a quarter of the pace, to be back at the full one after this time, in ms. */
const recoveryMs = 15_000;

const ms = (value: number) => sql`${value} * interval '1 millisecond'`;

/** Grows from the plain spacing to four times as much, the closer the last refusal is. */
const spacing = sql`${ms(spacingMs)} * (1 + 3 * greatest(0, least(1,
  extract(epoch from ${pace.slowUntil} - clock_timestamp()) * 1000 / ${recoveryMs}::float8)))`;

/**
 * Grants the next free slot in one statement on the database's clock, so that every process on it shares one pace.
 * Answers in how many ms the slot is, or null when the queue is longer than `longestQueueMs`.
 */
async function grantSlot(db: Database, keyHash: string): Promise<number | null> {
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

/**
 * Waits until this process may send one request with the key. False when the queue is too long, or when `onWait`,
 * which hears of a wait before it begins, says not to go on.
 */
export async function takeSlot(
  db: Database,
  keyHash: string,
  onWait: (waitMs: number) => Promise<boolean> = async () => true,
): Promise<boolean> {
  for (let lateSlots = 0; ; lateSlots += 1) {
    const waitMs = await grantSlot(db, keyHash);
    if (waitMs === null) return false;
    const slotAtMs = monotonicMs() + waitMs;
    if (waitMs > 0) {
      if (!(await onWait(waitMs))) return false;
      await sleepUntil(slotAtMs);
    }
    // A process that is always late sends all the same after a few tries: the provider's own limit is the net.
    if (monotonicMs() - slotAtMs <= latestMs || lateSlots >= 4) return true;
  }
}

async function sleepUntil(atMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, Math.max(0, atMs - monotonicMs()));
  await promise;
}

/** Hears that the provider refused for its limit: no process sends for a second, and the pace comes back slowly. */
export async function slowDown(db: Database, keyHash: string): Promise<void> {
  const pauseUntil = sql`clock_timestamp() + ${ms(pauseMs)}`;
  const slowUntil = sql`clock_timestamp() + ${ms(pauseMs + recoveryMs)}`;
  await db
    .insert(pace)
    .values({ keyHash, lastSlotAt: pauseUntil, slowUntil })
    .onConflictDoUpdate({
      target: pace.keyHash,
      set: { lastSlotAt: sql`greatest(${pace.lastSlotAt}, ${pauseUntil})`, slowUntil },
    });
}
