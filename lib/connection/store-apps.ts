import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { apps } from '#lib/db/schema.ts';

export type AppRow = typeof apps.$inferSelect;

/** The advisory lock that a change of the apps holds; the number is arbitrary, but the same in every process. */
const appsLock = 7_301_002;

/** The stored apps, for a change to them: others who change them wait until the transaction ends. */
export async function lockApps(tx: Database): Promise<AppRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${appsLock})`);
  return tx.select().from(apps).orderBy(asc(apps.id));
}

export const insertApp = async (tx: Database, app: { id: string; name: string }): Promise<void> =>
  void (await tx.insert(apps).values(app));

export const updateApp = async (
  tx: Database,
  id: string,
  change: Partial<Pick<AppRow, 'name' | 'retiredAt'>>,
): Promise<void> => void (await tx.update(apps).set(change).where(eq(apps.id, id)));
