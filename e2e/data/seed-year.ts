import { asc } from 'drizzle-orm';
import { withDatabase } from '#e2e/attack/rows.ts';
import { layPast, pastBinding } from '#e2e/data/seed-bindings.ts';
import { bindings } from '#lib/db/schema.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';
import { seedApps, seedPeople } from '#lib/testing/seed/pools.ts';

export type YearRow = typeof bindings.$inferSelect;

/** The apps of the year, as the console is told of them. */
export const yearApps = ['Main line', 'Sales', 'Care'].map((name, at) => `${seedApps[at]}=${name}`).join();

const actor = (place: number) => {
  const { id = '', name = '', email = '' } = seedPeople[place] ?? {};
  return { actorId: id, actorName: name, actorEmail: email };
};

/** The second on either side of the last midnight of Shanghai, which is another than that of UTC. */
function midnight(): (typeof bindings.$inferInsert)[] {
  const dayMs = 86_400_000;
  const zoneMs = 8 * 3_600_000;
  const start = Math.floor((Date.now() + zoneMs) / dayMs) * dayMs - zoneMs;
  return [-1000, 1000].map((ms, line) =>
    pastBinding(new Date(start + ms).toISOString(), { number: `008607559990001${line}`, ...actor(4) }),
  );
}

/** A minute ago three numbers were set, one of them twice and once in vain. */
function today(): (typeof bindings.$inferInsert)[] {
  const now = Date.now();
  return [1, 2, 3, 1, 2].map((line, place) => {
    return pastBinding(new Date(now - (50 - place * 10) * 1000).toISOString(), {
      appId: seedApps[line - 1] ?? '',
      number: `008607559990000${line}`,
      callbackUrl: `https://today.acme.example/in/${place}`,
      ...actor(line),
      ...(place === 4 ? { state: 'refused', code: 'OperationDenied' } : {}),
    });
  });
}

/**
 * Lays down a year that ends yesterday, and a little of today, in the folder of a console that is not running. Gives
 * every row of it, oldest first.
 */
export async function layYear(dataDir: string, rows: number): Promise<YearRow[]> {
  await layPast(dataDir, [...midnight(), ...today()]);
  return withDatabase(dataDir, async (db) => {
    await seedHistory(db, { rows, until: new Date() });
    return db.select().from(bindings).orderBy(asc(bindings.createdAt), asc(bindings.id));
  });
}
