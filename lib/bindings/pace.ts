import 'server-only';
import { grantSlot, type Slot } from '#lib/bindings/grant-slot.ts';
import { latestMs, longestQueueMs } from '#lib/bindings/limits.ts';
import { aheadIn, inTurn, type Lane } from '#lib/bindings/pace-line.ts';
import { paceOf, type Quota } from '#lib/bindings/pace-rate.ts';
import { wait } from '#lib/bindings/persist.ts';
import type { Database } from '#lib/db/client.ts';
import { monotonicMs } from '#lib/server/clock.ts';

/** The slot this process used last with a key, and how late. */
const lastLeft = new Map<string, { slot: Slot; lateMs: number }>();

/** Waits for a granted slot. One that is met late is moved or given up for the next one. False when the queue is too long. */
async function waitForSlot(db: Database, quota: Quota): Promise<boolean> {
  let late: Slot | null = null;
  for (let lateSlots = 0; ; lateSlots += 1) {
    const slot: Slot | null = await grantSlot(db, quota, { late, left: lastLeft.get(quota.keyHash) ?? null });
    lastLeft.delete(quota.keyHash);
    if (slot === null) return false;
    await sleepUntil(slot.atMs);
    const lateMs = monotonicMs() - slot.atMs;
    // A process that is always late sends all the same: what it gave up before has kept others at a distance.
    if (lateMs <= latestMs || lateSlots >= 4) {
      lastLeft.set(quota.keyHash, { slot, lateMs });
      return true;
    }
    late = slot;
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
