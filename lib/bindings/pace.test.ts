import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { grantSlot, slowDown, takeSlot } from '#lib/bindings/pace.ts';
import { pace } from '#lib/db/schema.ts';
import { describeOnEachDatabase, type TestDatabase } from '#lib/db/test-database.ts';

/** The most that lie in any second that begins with one of them. */
const mostInASecond = (times: number[]): number =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length));

const rateOf = (times: number[]): number =>
  ((times.length - 1) * 1000) / (Math.max(...times) - Math.min(...times));

/** Slots taken by this process, as milliseconds of its clock. */
async function takeHere({ db }: TestDatabase, keyHash: string, count: number): Promise<number[]> {
  const taken = Array.from({ length: count }, async () => {
    expect(await takeSlot(db, keyHash)).toBe(true);
    return performance.timeOrigin + performance.now();
  });
  return Promise.all(taken);
}

/** Another process with a pool of its own, which takes slots when `take` is called. */
async function startTaker(databaseUrl: string, keyHash: string, count: number) {
  const taker = fileURLToPath(new URL('./test-slot-taker.ts', import.meta.url));
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

describeOnEachDatabase('the pace of sending', (database) => {
  it('never lets more than twenty into any second, over every process, and wastes little', async () => {
    const keyHash = randomUUID();
    const { databaseUrl } = database();
    const takers = databaseUrl
      ? await Promise.all([1, 2, 3].map(() => startTaker(databaseUrl, keyHash, 20)))
      : [];
    const here = takeHere(database(), keyHash, 80 - takers.length * 20);
    const times = (await Promise.all([here, ...takers.map((take) => take())])).flat();
    // biome-ignore lint/suspicious/noConsole: the figure is the point, and depends too much on the machine to be asserted
    console.info(
      `pace: ${rateOf(times).toFixed(2)} a second, at most ${mostInASecond(times)} in one (${database().kind})`,
    );
    expect(times).toHaveLength(80);
    expect(mostInASecond(times)).toBeLessThanOrEqual(20);
  }, 120_000);

  it('spaces slots by 51.5 ms, and wider after a refusal for the limit, as the rate says', async () => {
    const { db } = database();
    const spacings: number[] = [];
    for (const [rate, ago] of [
      [null, null],
      [4, '0 seconds'],
      [4, '6 seconds'],
      [4, '60 seconds'],
      // The clock was set back by an hour.
      [4, '-1 hour'],
    ]) {
      const keyHash = randomUUID();
      await db.execute(sql`insert into pace (key_hash, last_slot_at, rate, rate_at) values (${keyHash},
        clock_timestamp() + interval '5 seconds', ${rate}::float8, clock_timestamp() - ${ago}::interval)`);
      const lastSlotMs = async () => {
        const [row] = await db.select().from(pace).where(eq(pace.keyHash, keyHash));
        return row?.lastSlotAt.getTime() ?? 0;
      };
      const before = await lastSlotMs();
      for (let grants = 0; grants < 10; grants += 1) await grantSlot(db, keyHash);
      spacings.push(((await lastSlotMs()) - before) / 10);
    }
    const [plain = 0, slow = 0, climbing = 0, recovered = 0, setBack = 0] = spacings;
    expect(Math.abs(plain - 51.5)).toBeLessThan(0.2);
    expect(slow).toBeGreaterThan(220);
    expect(climbing).toBeGreaterThan(90);
    expect(climbing).toBeLessThan(110);
    expect(Math.abs(recovered - 51.5)).toBeLessThan(0.2);
    expect(Math.abs(setBack - 51.5)).toBeLessThan(0.2);
  });

  it('gives each key a pace of its own, and its first slot at once', async () => {
    const began = performance.now();
    await Promise.all([randomUUID(), randomUUID(), randomUUID()].map((key) => takeSlot(database().db, key)));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('refuses instead of queueing for longer than twenty seconds', async () => {
    const keyHash = randomUUID();
    await database().db.execute(
      sql`insert into pace values (${keyHash}, clock_timestamp() + interval '21 seconds')`,
    );
    expect(await takeSlot(database().db, keyHash)).toBe(false);
  });

  it('starts anew when the clock of the database was set back by an hour', async () => {
    const keyHash = randomUUID();
    await database().db.execute(
      sql`insert into pace values (${keyHash}, clock_timestamp() + interval '1 hour')`,
    );
    expect(await takeSlot(database().db, keyHash)).toBe(true);
  });

  it('lets a person go before every line of a batch that waits', async () => {
    const keyHash = randomUUID();
    const order: string[] = [];
    const take = async (lane: 'person' | 'batch', name: string) => {
      expect(await takeSlot(database().db, keyHash, lane)).toBe(true);
      order.push(name);
    };
    const lines = Array.from({ length: 5 }, (_, index) => take('batch', `line ${index}`));
    await Promise.all([...lines, take('person', 'person')]);
    expect(order).toEqual(['line 0', 'person', 'line 1', 'line 2', 'line 3', 'line 4']);
  });

  it('slows down for everybody at each refusal for the limit, once for a volley of them, and never below one', async () => {
    const { db } = database();
    const keyHash = randomUUID();
    const rate = async () =>
      (await db.select().from(pace).where(eq(pace.keyHash, keyHash)))[0]?.rate ?? Number.NaN;
    await Promise.all([1, 2, 3, 4].map(() => slowDown(db, keyHash)));
    expect(await rate()).toBeCloseTo((1000 / 51.5) * 0.88, 3);
    await db.execute(
      sql`update pace set rate_at = clock_timestamp() - interval '1 second' where key_hash = ${keyHash}`,
    );
    await slowDown(db, keyHash);
    const second = await rate();
    expect(second).toBeGreaterThan(15);
    expect(second).toBeLessThan(16.5);
    await db.execute(
      sql`update pace set rate = 1, rate_at = clock_timestamp() - interval '0.8 seconds' where key_hash = ${keyHash}`,
    );
    await slowDown(db, keyHash);
    expect(await rate()).toBeGreaterThan(1);
    const times = await takeHere(database(), keyHash, 4);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(800);
  });
});
