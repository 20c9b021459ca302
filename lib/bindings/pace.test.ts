import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { slowDown, takeSlot } from '#lib/bindings/pace.ts';
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

/** Slots taken by another process with a pool of its own. */
async function takeElsewhere(databaseUrl: string, keyHash: string, count: number): Promise<number[]> {
  const taker = fileURLToPath(new URL('./test-slot-taker.ts', import.meta.url));
  const child = fork(taker, [databaseUrl, keyHash, String(count)], {
    execArgv: ['--conditions=react-server'],
  });
  const [times] = await once(child, 'message');
  await once(child, 'exit');
  return times as number[]; // sent by test-slot-taker.ts
}

describeOnEachDatabase('the pace of sending', (database) => {
  it('never lets more than twenty into any second, over every process, and wastes little', async () => {
    const keyHash = randomUUID();
    const { databaseUrl } = database();
    const shares = databaseUrl
      ? [1, 2, 3].map(() => takeElsewhere(databaseUrl, keyHash, 25)).concat(takeHere(database(), keyHash, 25))
      : [takeHere(database(), keyHash, 100)];
    const times = (await Promise.all(shares)).flat();
    // biome-ignore lint/suspicious/noConsole: the figure is the point, and depends too much on the machine to be asserted
    console.info(
      `pace: ${rateOf(times).toFixed(2)} a second, at most ${mostInASecond(times)} in one (${database().kind})`,
    );
    expect(times).toHaveLength(100);
    expect(mostInASecond(times)).toBeLessThanOrEqual(20);
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

  it('does not wait for a caller that gives up', async () => {
    const keyHash = randomUUID();
    await takeSlot(database().db, keyHash);
    expect(await takeSlot(database().db, keyHash, async () => false)).toBe(false);
  });

  it('pauses for everybody after the provider refused for its limit, and comes back slowly', async () => {
    const keyHash = randomUUID();
    await slowDown(database().db, keyHash);
    const began = performance.timeOrigin + performance.now();
    const times = await takeHere(database(), keyHash, 6);
    expect(Math.min(...times) - began).toBeGreaterThan(900);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(5 * 150);
    await database().db.execute(
      sql`update pace set slow_until = clock_timestamp() where key_hash = ${keyHash}`,
    );
    const later = await takeHere(database(), keyHash, 6);
    expect(Math.max(...later) - Math.min(...later)).toBeLessThan(Math.max(...times) - Math.min(...times));
  });
});
