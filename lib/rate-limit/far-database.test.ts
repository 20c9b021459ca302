import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, expect, inject, test } from 'vitest';
import { openPostgres } from '#lib/db/postgres.ts';
import { takeSlot } from '#lib/rate-limit/take-slot.ts';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';

const postgres = inject('testPostgres');
const delayMs = 17;
const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

/** Hands everything on, as late as a line across a country does. */
function handOn(from: Socket, to: Socket): void {
  from.on('data', (chunk: Buffer) => setTimeout(() => to.writable && to.write(chunk), delayMs));
  from.on('close', () => to.destroy());
  from.on('error', () => to.destroy());
}

/** The same PostgreSQL at the end of a long line. */
async function farAway(databaseUrl: string): Promise<string> {
  const folder = new URL(databaseUrl).searchParams.get('host') ?? '';
  const line = createServer((near) => {
    const far = connect(`${folder}/.s.PGSQL.5432`);
    handOn(near, far);
    handOn(far, near);
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  ends.push(() => line.close());
  const address = line.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return `postgresql://postgres@127.0.0.1:${address.port}${new URL(databaseUrl).pathname}`;
}

test.skipIf(!postgres.available)(
  'a database that answers after 34 ms costs no slots, since it is known what its clock shows',
  { timeout: 120_000, retry: 2 },
  async () => {
    if (!postgres.available) return;
    const { url, drop } = await createTestPostgres(postgres);
    ends.push(drop);
    const { db, close } = await openPostgres(await farAway(url), () => {});
    ends.push(close);
    const quota = { keyHash: randomUUID(), perSecond: 20 };
    await takeSlot(db, quota);
    const startMs = performance.now();
    await Promise.all(Array.from({ length: 40 }, () => takeSlot(db, quota)));
    const rate = 40_000 / (performance.now() - startMs);
    expect(rate).toBeLessThan(20);
    // 19 a second on idle cores. Where the wait for an answer is taken for lateness, four of five slots are given up.
    expect(rate).toBeGreaterThan(20 / 5 + 0.5);
  },
);
