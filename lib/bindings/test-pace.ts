import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Quota } from '#lib/bindings/pace.ts';
import type { Database } from '#lib/db/client.ts';
import { pace } from '#lib/db/schema.ts';

/** A key that nothing was sent with yet, at the provider's full pace. */
export const freshQuota = (): Quota => ({ keyHash: randomUUID(), perSecond: 20 });

/** The most that lie in any second that begins with one of them. */
export const mostInASecond = (times: number[]): number =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length));

export async function paceRowOf(db: Database, { keyHash }: Quota) {
  const [row] = await db.select().from(pace).where(eq(pace.keyHash, keyHash));
  if (row === undefined) throw new Error('The key has no pace yet.');
  return row;
}
