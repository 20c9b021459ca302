import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { pace } from '#lib/db/schema.ts';
import { type Quota, slowDown } from '#lib/rate-limit/rate.ts';
import { reserveSlot } from '#lib/rate-limit/reserve-slot.ts';
import { reportDeparture, takeSlot } from '#lib/rate-limit/take-slot.ts';
import { describeOnEachDatabase, type TestDatabase } from '#lib/testing/db/database.ts';

/** A key that nothing was sent with yet, at the provider's full pace. */
const freshQuota = (): Quota => ({ keyHash: randomUUID(), perSecond: 20 });

/** The most that lie in any second that begins with one of them. */
const mostInASecond = (times: number[]): number =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length));

const rateOf = (times: number[]): number =>
  ((times.length - 1) * 1000) / (Math.max(...times) - Math.min(...times));

/** Slots taken by this process, as milliseconds of its clock. */
async function takeHere({ db }: TestDatabase, quota: Quota, count: number): Promise<number[]> {
  const taken = Array.from({ length: count }, async () => {
    expect(await takeSlot(db, quota)).not.toBeNull();
    return performance.timeOrigin + performance.now();
  });
  return Promise.all(taken);
}

/** Another process with a pool of its own, which takes slots when `take` is called. */
async function startTaker(databaseUrl: string, keyHash: string, count: number) {
  const taker = fileURLToPath(new URL('../testing/bindings/slot-taker.ts', import.meta.url));
  const child = fork(taker, [databaseUrl, keyHash, String(count)], {
    execArgv: ['--conditions=react-server'],
  });
  await once(child, 'message');
  return async (): Promise<number[]> => {
    child.send('go');
    const [times] = await once(child, 'message');
    await once(child, 'exit');
    return times as number[]; // sent by test-slot-taker.ts
  };
}

/** What a key's row holds before its next slots; times as intervals. */
type SoFar = { rate?: number; rateAgo?: string; allowed?: number; allowedFor?: string };

describeOnEachDatabase('the pace of sending', (database) => {
  const rowOf = async ({ keyHash }: Quota) => {
    const [row] = await database().db.select().from(pace).where(eq(pace.keyHash, keyHash));
    if (row === undefined) throw new Error('The key has no pace yet.');
    return row;
  };

  it('never lets more than twenty into any second, over every process, and wastes little', async () => {
    const quota = freshQuota();
    const { databaseUrl } = database();
    const takers = databaseUrl
      ? await Promise.all([1, 2, 3].map(() => startTaker(databaseUrl, quota.keyHash, 20)))
      : [];
    const here = takeHere(database(), quota, 80 - takers.length * 20);
    const times = (await Promise.all([here, ...takers.map((take) => take())])).flat();
    // biome-ignore lint/suspicious/noConsole: the figure is the point, and depends too much on the machine to be asserted
    console.info(
      `pace: ${rateOf(times).toFixed(2)} a second, at most ${mostInASecond(times)} in one (${database().kind})`,
    );
    expect(times).toHaveLength(80);
    expect(mostInASecond(times)).toBeLessThanOrEqual(20);
  }, 120_000);

  it.each<[spacingMs: number, when: string, perSecond: number, soFar: SoFar]>([
    [51.5, '20 are allowed', 20, {}],
    [82.4, '12.5 are allowed', 12.5, {}],
    [1030, 'one is allowed, whatever the provider refused', 1, { rate: 0.5, rateAgo: '0 seconds' }],
    [250, 'the provider just refused at 4', 20, { rate: 4, rateAgo: '0 seconds' }],
    [1000 / 11.5, 'it did six seconds ago', 20, { rate: 4, rateAgo: '6 seconds' }],
    [51.5, 'it did a minute ago', 20, { rate: 4, rateAgo: '60 seconds' }],
    [51.5, 'it did an hour before the clock was set back', 20, { rate: 4, rateAgo: '-1 hour' }],
    [206, 'another process that may send 5 did so lately', 20, { allowed: 5, allowedFor: '40 seconds' }],
    [206, '5 are allowed, and another process may send more', 5, { allowed: 20, allowedFor: '40 seconds' }],
    [
      51.5,
      'the one that may send 5 has been still for a minute',
      20,
      { allowed: 5, allowedFor: '-1 second' },
    ],
    [51.5, 'the clock was set back since it sent', 20, { allowed: 5, allowedFor: '1 hour' }],
  ])(
    'spaces slots by %d ms when %s',
    async (spacingMs, _, perSecond, { rate = null, rateAgo = null, allowed = null, allowedFor = null }) => {
      const { db } = database();
      const quota = { ...freshQuota(), perSecond };
      const lastSlotAt = sql`clock_timestamp() + interval '9 seconds'`;
      await db.insert(pace).values({
        keyHash: quota.keyHash,
        lastSlotAt,
        rate,
        rateAt: sql`clock_timestamp() - ${rateAgo}::interval`,
        allowed,
        allowedUntil: sql`clock_timestamp() + ${allowedFor}::interval`,
      });
      const before = await rowOf(quota);
      for (let grants = 0; grants < 10; grants += 1) await reserveSlot(db, quota);
      const spacing = ((await rowOf(quota)).lastSlotAt.getTime() - before.lastSlotAt.getTime()) / 10;
      // While it climbs, each slot is a little nearer than the one before: how much depends on how fast this machine is.
      const climbing = rateAgo === '0 seconds' || rateAgo === '6 seconds';
      expect(spacing).toBeLessThan(spacingMs + 0.2);
      expect(spacing).toBeGreaterThan(climbing ? 51.5 : spacingMs - 0.2);
    },
  );

  it('keeps everybody to what the slowest of those who send is allowed, and forgets it after a minute', async () => {
    const { db } = database();
    const fast = freshQuota();
    const slow = { ...fast, perSecond: 5 };
    const until = async () => (await rowOf(fast)).allowedUntil?.getTime() ?? 0;
    await reserveSlot(db, fast);
    expect(await rowOf(fast)).toMatchObject({ allowed: 20 });
    await reserveSlot(db, slow);
    const held = await until();
    expect(held - Date.now()).toBeGreaterThan(50_000);
    await reserveSlot(db, fast);
    expect(await rowOf(fast)).toMatchObject({ allowed: 5 });
    expect(await until()).toBe(held);
    await reserveSlot(db, slow);
    expect(await until()).toBeGreaterThan(held);
    await db.execute(
      sql`update pace set allowed_until = clock_timestamp() - interval '1 second' where key_hash = ${fast.keyHash}`,
    );
    await reserveSlot(db, fast);
    expect(await rowOf(fast)).toMatchObject({ allowed: 20 });
  });

  it('moves a slot that was met late to now when nobody has a later one, and gives it up otherwise', async () => {
    const { db } = database();
    const quota = freshQuota();
    const at = async () => (await rowOf(quota)).lastSlotAt.getTime();
    const put = (ago: string) =>
      db.execute(
        sql`update pace set last_slot_at = clock_timestamp() - ${ago}::interval where key_hash = ${quota.keyHash}`,
      );
    await reserveSlot(db, quota);
    await put('30 milliseconds');
    const first = await at();
    const { rows } = await db.execute<{ name: string }>(
      sql`select last_slot_at::text as name from pace where key_hash = ${quota.keyHash}`,
    );
    const late = { atMs: 0, name: rows[0]?.name ?? '' };
    await reserveSlot(db, quota, { late });
    expect((await at()) - first).toBeGreaterThanOrEqual(29);
    const before = await at();
    await reserveSlot(db, quota, { late });
    expect((await at()) - before).toBeGreaterThanOrEqual(38);
  });

  it('tells with the next slot when the requests of the ones before left', async () => {
    const quota = freshQuota();
    const slots = await Promise.all([1, 2].map(() => takeSlot(database().db, quota)));
    for (const slot of slots) if (slot) reportDeparture(quota, { ...slot, atMs: performance.now() - 150 });
    await takeSlot(database().db, quota);
    const { rows } = await database().db.execute<{ late: string }>(
      sql`select extract(epoch from departures[n] - ${slots[0]?.name ?? ''}::timestamptz) * 1000 as late
        from pace, generate_subscripts(departures, 1) n where key_hash = ${quota.keyHash} order by n`,
    );
    const [first = 0, second = 0, third = 0] = rows.map(({ late }) => Number(late));
    expect(first).toBeGreaterThanOrEqual(150);
    expect(second).toBeGreaterThanOrEqual(150 + 38);
    expect(third).toBeGreaterThan(2 * 38 + 10);
    expect(rows).toHaveLength(3);
  });

  it('gives each key a pace of its own, and its first slot at once', async () => {
    const quotas = [freshQuota(), freshQuota(), freshQuota()];
    await Promise.all(quotas.map((quota) => takeSlot(database().db, quota)));
    // On the database's clock, and none behind another's: each is the first of its key, and due by now.
    for (const quota of quotas) {
      const { rows } = await database().db.execute(
        sql`select last_slot_at <= clock_timestamp() as due from pace where key_hash = ${quota.keyHash}`,
      );
      expect(rows).toEqual([{ due: true }]);
    }
  });

  it('refuses instead of queueing for longer than twenty seconds', async () => {
    const quota = freshQuota();
    await database().db.execute(
      sql`insert into pace values (${quota.keyHash}, clock_timestamp() + interval '21 seconds')`,
    );
    expect(await takeSlot(database().db, quota)).toBeNull();
  });

  it('starts anew when the clock of the database was set back by an hour', async () => {
    const quota = freshQuota();
    await database().db.execute(
      sql`insert into pace values (${quota.keyHash}, clock_timestamp() + interval '1 hour')`,
    );
    expect(await takeSlot(database().db, quota)).not.toBeNull();
  });

  it('lets a person go before every line of a batch that waits', async () => {
    const quota = freshQuota();
    const order: string[] = [];
    const take = async (priority: 'person' | 'batch', name: string) => {
      expect(await takeSlot(database().db, quota, priority)).not.toBeNull();
      order.push(name);
    };
    const lines = Array.from({ length: 5 }, (_, index) => take('batch', `line ${index}`));
    await Promise.all([...lines, take('person', 'person')]);
    expect(order).toEqual(['line 0', 'person', 'line 1', 'line 2', 'line 3', 'line 4']);
  });

  it('slows down for everybody at each refusal for the limit, once for a volley of them, and never below one', async () => {
    const { db } = database();
    const quota = freshQuota();
    const rate = async () => (await rowOf(quota)).rate ?? Number.NaN;
    await Promise.all([1, 2, 3, 4].map(() => slowDown(db, quota)));
    expect(await rate()).toBeCloseTo((1000 / 51.5) * 0.88, 3);
    await db.execute(
      sql`update pace set rate_at = clock_timestamp() - interval '1 second' where key_hash = ${quota.keyHash}`,
    );
    await slowDown(db, quota);
    const second = await rate();
    expect(second).toBeGreaterThan(15);
    expect(second).toBeLessThan(16.5);
    await db.execute(
      sql`update pace set rate = 1, rate_at = clock_timestamp() - interval '0.8 seconds' where key_hash = ${quota.keyHash}`,
    );
    await slowDown(db, quota);
    expect(await rate()).toBeGreaterThan(1);
    const times = await takeHere(database(), quota, 4);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(800);
  });
});
