import 'server-only';
import { asc } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { apps as appsTable } from '#lib/db/schema.ts';
import type { App, Context, KnownApp } from '#lib/entry/context.ts';

/**
 * How a context answers for its apps: from CCC_SDK_APPS where that names any, else from the database. The database is read at
 * each call, so that a change holds on all servers at once.
 */
export function appsOf(
  db: Database,
  sdkApps: readonly App[],
): Pick<Context, 'apps' | 'knownApps' | 'appsFixed'> {
  if (sdkApps.length > 0) {
    const fixed = sdkApps.map((app): KnownApp => ({ ...app, retired: false }));
    return { apps: async () => [...sdkApps], knownApps: async () => fixed, appsFixed: true };
  }
  const knownApps = async (): Promise<KnownApp[]> => {
    const rows = await db.select().from(appsTable).orderBy(asc(appsTable.id));
    return rows.map(({ id, name, retiredAt }) => ({ id, name, retired: retiredAt !== null }));
  };
  const apps = async (): Promise<App[]> =>
    (await knownApps()).flatMap(({ retired, ...app }) => (retired ? [] : [app]));
  return { apps, knownApps, appsFixed: false };
}
