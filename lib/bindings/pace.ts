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

/** Behind so many others a wait is worth telling about. */
const noticeableLine = 8;

/** After the provider has said that the quota is used up, all processes on the database wait this long, in ms. */
const pauseMs = 1_000;

/** And then start at a quarter of the pace, to be back at the full one after this time, in ms. */
const recoveryMs = 15_000;

type Waiting = {
  /** A person at a screen goes before a batch. */
  lane?: Lane;
  onLongWait?: (longestMs: number) => Promise<boolean>;
};

const ms = (value: number) => sql`${value} * interval '1 millisecond'`;

/** Grows from the plain spacing to four times as much, the closer the last refusal is. LEAST alone would skip a null. */
const spacing = sql`${ms(spacingMs)} * (1 + 3 * greatest(0, least(1, coalesce(
  extract(epoch from ${pace.slowUntil} - clock_timestamp()) * 1000 / ${recoveryMs}::float8, 0))))`;

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
 * that a moment of being busy costs one slot and not the whole line's. False when the wait would be longer than
 * `longestQueueMs`, or when `onLongWait`, which hears of a noticeable wait before it begins, says not to go on.
 */
export async function takeSlot(
  db: Database,
  keyHash: string,
  { lane = 'person', onLongWait = async () => true }: Waiting = {},
): Promise<boolean> {
  const ahead = aheadIn(keyHash, lane);
  if (ahead * spacingMs > longestQueueMs) return false;
  return inTurn(keyHash, lane, async (turn) => {
    if (ahead >= noticeableLine && !(await onLongWait(longestQueueMs))) return false;
    await turn;
    return waitForSlot(db, keyHash);
  });
}

/** Timers may fire a little early. */
async function sleepUntil(atMs: number): Promise<void> {
  for (let leftMs = atMs - monotonicMs(); leftMs > 0; leftMs = atMs - monotonicMs())
    await wait(Math.ceil(leftMs));
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
