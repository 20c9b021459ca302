import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { pace } from '#lib/db/schema.ts';
import { latestMs } from '#lib/rate-limit/limits.ts';
import type { Quota } from '#lib/rate-limit/rate.ts';
import { type Left, reserveSlot } from '#lib/rate-limit/reserve-slot.ts';
import { describeOnEachDatabase, type TestDatabase } from '#lib/testing/db/database.ts';

type Late = (n: number) => number | null;

/**
 * Slots that were granted one after the other and when they left, in ms since the first, on the database's clock alone:
 * it starts in some seconds, so that however slow this machine is, nothing is late but what the test says.
 */
async function grantMany(
  { db }: TestDatabase,
  { quota, count, owedMs = 0, lateOf = () => 0, rate = null }: Wanted,
): Promise<{ slots: number[]; departures: number[] }> {
  const begin = Date.now() + 8_000;
  await db.insert(pace).values({
    keyHash: quota.keyHash,
    lastSlotAt: new Date(begin),
    dueAt: new Date(begin - owedMs),
    rate,
    rateAt: rate === null ? null : sql`clock_timestamp()`,
  });
  const at = async () => {
    const [row] = await db.select().from(pace).where(eq(pace.keyHash, quota.keyHash));
    return row?.lastSlotAt.getTime() ?? Number.NaN;
  };
  const startMs = await at();
  const slots: number[] = [];
  const departures: number[] = [];
  let left: Left[] = [];
  for (let n = 0; n < count; n += 1) {
    const slot = await reserveSlot(db, quota, { left });
    if (slot === null) throw new Error('The queue is too long for this test.');
    slots.push((await at()) - startMs);
    const lateMs = lateOf(n);
    departures.push((slots.at(-1) ?? 0) + (lateMs ?? latestMs));
    left = lateMs === null ? [] : [{ slot, lateMs }];
  }
  return { slots, departures };
}

type Wanted = {
  quota: Quota;
  count: number;
  /** How far the slots before were behind. */
  owedMs?: number;
  /** How late the n-th slot is used; null: as late as may be, and nobody tells. */
  lateOf?: Late;
  /** What the provider takes, who just refused. */
  rate?: number | null;
};

const freshQuota = (perSecond = 20): Quota => ({ keyHash: randomUUID(), perSecond });

/** The least time that so many of these and one more take, in ms. */
const leastFor = (count: number, times: readonly number[]): number =>
  Math.min(...times.slice(count).map((time, index) => time - (times[index] ?? 0)));

describeOnEachDatabase('slots that were met late', (database) => {
  it('are made up for with slots a quarter nearer', async () => {
    const { slots } = await grantMany(database(), { quota: freshQuota(), count: 10, owedMs: 100 });
    expect(slots[0]).toBeCloseTo(51.5 * 0.75, -1);
    expect(slots.at(-1)).toBeCloseTo(51.5 * 10 - 100, -1);
  });

  it.each<[what: string, lateOf: Late]>([
    ['on time', () => 0],
    ['ten late', () => 10],
    ['late by turns', (n) => (n % 3) * 10],
    ['as late as may be, untold', () => null],
    ['late at first and then on time', (n) => (n < 30 ? latestMs : 0)],
  ])('leave no more than twenty to any second: %s', async (_, lateOf) => {
    const { departures } = await grantMany(database(), {
      quota: freshQuota(),
      count: 90,
      owedMs: 1_000,
      lateOf,
    });
    expect(leastFor(20, departures)).toBeGreaterThanOrEqual(1_010 - 1);
  });

  it('leave no more to a second than the slowest process may send', async () => {
    const { departures } = await grantMany(database(), { quota: freshQuota(5), count: 25, owedMs: 1_000 });
    expect(leastFor(5, departures)).toBeGreaterThanOrEqual(1_010 - 1);
  });

  it.each<[lateMs: number | null, sixtyTakeMs: number]>([
    [0, 3 * 1_020],
    [5, 3 * 1_025],
    [null, 3 * 1_030],
  ])('are made up for sooner, the sooner the others were used: %j ms late', async (lateMs, sixtyTakeMs) => {
    const wanted = { quota: freshQuota(), count: 101, owedMs: 1_000, lateOf: () => lateMs };
    const { slots } = await grantMany(database(), wanted);
    expect((slots[100] ?? 0) - (slots[40] ?? 0)).toBeCloseTo(sixtyTakeMs, -1);
  });

  it('are owed nothing while the provider takes less', async () => {
    const wanted = { quota: freshQuota(), count: 5, owedMs: 1_000, rate: 10 };
    const { slots } = await grantMany(database(), wanted);
    expect(slots[0]).toBeGreaterThan(90);
    expect(slots.at(-1)).toBeGreaterThan(430);
  });

  it('are owed nothing after a rest', async () => {
    const { db } = database();
    const quota = freshQuota();
    await db.insert(pace).values({
      keyHash: quota.keyHash,
      lastSlotAt: sql`clock_timestamp() - interval '1 second'`,
      dueAt: sql`clock_timestamp() - interval '2 seconds'`,
    });
    await reserveSlot(db, quota);
    const [row] = await db.select().from(pace).where(eq(pace.keyHash, quota.keyHash));
    expect(row?.dueAt).toEqual(row?.lastSlotAt);
  });
});
