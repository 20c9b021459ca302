import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/client.ts';
import { consoleSettings, preferences } from '#lib/db/schema.ts';
import {
  defaultHomeCountry,
  type HomeCountryChoice,
  isHomeCountry,
} from '#lib/domain/numbers/home-country.ts';

/**
 * The home country by which numbers that this person typed are completed. Read at each call, so that a change holds on all
 * servers at once. A value that this version does not know counts as not set.
 */
export async function findHomeCountry(
  { db }: { db: Database },
  viewer: Pick<Viewer, 'id'>,
): Promise<HomeCountryChoice> {
  const [row] = await db
    .select({
      own: sql<unknown>`${preferences.value} -> 'homeCountry'`,
      console: consoleSettings.homeCountry,
    })
    .from(sql`(select 1) as one`)
    .leftJoin(preferences, eq(preferences.userId, viewer.id))
    .leftJoin(consoleSettings, eq(consoleSettings.id, 1));
  const ofConsole = isHomeCountry(row?.console) ? row.console : defaultHomeCountry;
  const own = isHomeCountry(row?.own) ? row.own : null;
  return { country: own ?? ofConsole, own: own !== null, ofConsole };
}
