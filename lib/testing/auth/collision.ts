import { type SQL, sql } from 'drizzle-orm';
import type { Database, OpenDatabase } from '#lib/db/database.ts';

/**
 * Lets several callers meet at the narrowest place: a transaction holds `lock` until each of them waits for a lock.
 * Left to chance they would pass one after the other. The embedded database has no two at once to begin with.
 */
export async function collide<T>(
  database: OpenDatabase,
  lock: SQL,
  callers: (() => Promise<T>)[],
): Promise<T[]> {
  const { db, kind } = database;
  const callAll = () => callers.map((call) => call());
  if (kind === 'embedded') return Promise.all(callAll());
  const called = await db.transaction(async (holder) => {
    await holder.execute(lock);
    const promises = callAll();
    await untilWaiting(db, promises.length);
    return { promises };
  });
  return Promise.all(called.promises);
}

async function untilWaiting(db: Database, wanted: number): Promise<void> {
  for (let look = 0; look < 400; look += 1) {
    const { rows } = await db.execute(
      sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (Number(rows[0]?.waiting) >= wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The callers never met.');
}
