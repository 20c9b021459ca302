import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { grantSlot, type Quota, slowDown } from '#lib/bindings/pace.ts';
import { freshQuota, mostInASecond, paceRowOf } from '#lib/bindings/test-pace.ts';
import { pace } from '#lib/db/schema.ts';
import { describeOnEachDatabase } from '#lib/db/test-database.ts';

describeOnEachDatabase('slots that were met late', (database) => {
  const rowOf = (quota: Quota) => paceRowOf(database().db, quota);

  it('are made up for, and let no more than twenty into a second for that', async () => {
    const { db } = database();
    /** How far after the last slot so many further ones lie, in ms, where that slot was met so late. */
    const slotsAfter = async (lateMs: number, count: number): Promise<number[]> => {
      const quota = freshQuota();
      await db.insert(pace).values({
        keyHash: quota.keyHash,
        lastSlotAt: sql`clock_timestamp() + interval '5 seconds'`,
      });
      await db
        .update(pace)
        .set({ dueAt: sql`${pace.lastSlotAt} - ${lateMs} * interval '1 millisecond'` })
        .where(eq(pace.keyHash, quota.keyHash));
      const startMs = (await rowOf(quota)).lastSlotAt.getTime();
      const slots: number[] = [];
      for (; slots.length < count; slots.push((await rowOf(quota)).lastSlotAt.getTime() - startMs))
        await grantSlot(db, quota);
      return slots;
    };
    const [first = 0, , , , , , , , , tenth = 0] = await slotsAfter(100, 10);
    expect(first).toBeCloseTo(51.5 * 0.75, -1);
    expect(tenth).toBeCloseTo(51.5 * 10 - 100, -1);
    const owed = await slotsAfter(500, 60);
    expect(mostInASecond(owed)).toBe(20);
    expect(owed.at(-1)).toBeLessThan(51.5 * 60 - 200);
  });

  it('are none where nobody sent, nor made up for after a refusal for the limit', async () => {
    const { db } = database();
    const spacingAfter = async (ago: string, before: (quota: Quota) => Promise<void>): Promise<number> => {
      const quota = freshQuota();
      const at = sql`clock_timestamp() - ${ago}::interval`;
      await db.insert(pace).values({ keyHash: quota.keyHash, lastSlotAt: at, dueAt: at });
      await grantSlot(db, quota);
      await before(quota);
      const first = (await rowOf(quota)).lastSlotAt.getTime();
      await grantSlot(db, quota);
      return (await rowOf(quota)).lastSlotAt.getTime() - first;
    };
    const nothing = async () => {};
    expect(await spacingAfter('200 milliseconds', nothing)).toBeLessThan(45);
    expect(await spacingAfter('2 seconds', nothing)).toBeGreaterThanOrEqual(51);
    expect(await spacingAfter('200 milliseconds', (quota) => slowDown(db, quota))).toBeGreaterThan(51);
  });
});
