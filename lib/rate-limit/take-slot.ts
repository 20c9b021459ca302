import 'server-only';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { latestMs, longestQueueMs } from '#lib/rate-limit/limits.ts';
import { aheadIn, inTurn, type Priority } from '#lib/rate-limit/priority-queue.ts';
import { paceOf, type Quota } from '#lib/rate-limit/rate.ts';
import { type Left, reserveSlot, type Slot } from '#lib/rate-limit/reserve-slot.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';
import { wait } from '#lib/server/wait.ts';

/** By key, what the database has not been told yet: slots that were used, and how late. */
const unreported = () => processSingleton<Map<string, Left[]>>('slots-left', () => new Map());
/** More than this many at once are told bit by bit. */
const mostTold = 5;

/** Tells that the request of a slot has left now, so that the twentieth after it leaves a second later and no sooner. */
export function reportDeparture({ keyHash }: Quota, slot: Slot): void {
  const left = unreported().get(keyHash) ?? [];
  unreported().set(keyHash, [...left, { slot, lateMs: monotonicMs() - slot.atMs }]);
}

/** Waits for a granted slot. One that is met late is moved or given up for the next one. Null when the queue is too long. */
async function waitForSlot(db: Database, quota: Quota): Promise<Slot | null> {
  let late: Slot | null = null;
  for (let lateSlots = 0; ; lateSlots += 1) {
    const left = unreported().get(quota.keyHash)?.splice(0, mostTold) ?? [];
    const slot: Slot | null = await reserveSlot(db, quota, { late, left });
    if (slot === null) return null;
    await sleepUntil(slot.atMs);
    // A process that is always late sends all the same: what it gave up before has kept others at a distance.
    if (monotonicMs() - slot.atMs <= latestMs || lateSlots >= 4) return slot;
    late = slot;
  }
}

/**
 * Waits until this process may send one request with the key. Only the first of a process's line asks for a slot, so
 * that a moment of being busy costs one slot and not the whole line's. A person at a screen goes before a batch. Null
 * when the wait would be longer than `longestQueueMs`. Who sends then says so by `tellLeft`.
 */
export async function takeSlot(
  db: Database,
  quota: Quota,
  priority: Priority = 'person',
): Promise<Slot | null> {
  const { keyHash, perSecond } = quota;
  if ((aheadIn(keyHash, priority) * 1000) / paceOf(perSecond) > longestQueueMs) return null;
  return inTurn(keyHash, priority, () => waitForSlot(db, quota));
}

/** Timers may fire a little early. */
async function sleepUntil(atMs: number): Promise<void> {
  for (let leftMs = atMs - monotonicMs(); leftMs > 0; leftMs = atMs - monotonicMs())
    await wait(Math.ceil(leftMs));
}
