import 'server-only';
import { desc, inArray } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { batches } from '#lib/db/schema.ts';
import type { BatchName } from '#lib/history/view.ts';

/** What these batches are known by; an id that is no batch's has no name. */
export async function nameBatches(db: Database, ids: readonly string[]): Promise<Record<string, BatchName>> {
  if (ids.length === 0) return {};
  const { id, title, kind, total, actorName, createdAt } = batches;
  const found = await db
    .select({ id, title, kind, total, by: actorName, at: createdAt })
    .from(batches)
    .where(inArray(id, [...ids]));
  return Object.fromEntries(found.map((row) => [row.id, toName(row)]));
}

const toName = ({ title, kind, total, by, at }: Omit<BatchName, 'at'> & { at: Date }): BatchName => ({
  ...{ title, kind, total, by },
  at: at.toISOString(),
});

/** Ids of the newest batches, newest first. */
export async function listNewestBatches(db: Database, limit: number): Promise<string[]> {
  const found = await db.select({ id: batches.id }).from(batches).orderBy(desc(batches.id)).limit(limit);
  return found.map(({ id }) => id);
}
