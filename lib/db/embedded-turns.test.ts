import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, OpenDatabase } from '#lib/db/database.ts';
import { wrapEngine } from '#lib/db/embedded.ts';
import { createTestEngine } from '#lib/testing/db/embedded.ts';

/** About 10 ms of the engine. */
const longStatement = sql`select count(*) from generate_series(1, 60000)`;

/** How often a timer of 1 ms fires while `work` runs. */
async function ticksDuring(work: () => Promise<unknown>): Promise<number> {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  await work();
  clearInterval(timer);
  return ticks;
}

describe('the embedded database', () => {
  let open: OpenDatabase | undefined;
  beforeAll(async () => {
    open = wrapEngine(await createTestEngine(), { place: 'memory', release: () => {} });
  }, 180_000);
  afterAll(() => open?.close());
  const db = (): Database => {
    if (!open) throw new Error('Not open.');
    return open.db;
  };

  const manyStatements = async (on: Database) => {
    for (let statement = 0; statement < 40; statement += 1) await on.execute(longStatement);
  };

  it('lets the event loop turn between statements in a row', async () => {
    expect(await ticksDuring(() => manyStatements(db()))).toBeGreaterThan(10);
  });

  it('lets it turn between the statements of a transaction', async () => {
    expect(await ticksDuring(() => db().transaction(manyStatements))).toBeGreaterThan(10);
  });

  it('answers another reader between two statements, and none inside a transaction', async () => {
    const order: string[] = [];
    const read = (name: string) =>
      db()
        .execute(sql`select 1`)
        .then(() => order.push(name));
    const long = manyStatements(db()).then(() => order.push('statements'));
    await read('between them');
    await long;
    const transaction = db()
      .transaction(manyStatements)
      .then(() => order.push('transaction'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([read('after it'), transaction]);
    expect(order).toEqual(['between them', 'statements', 'transaction', 'after it']);
  });
});
