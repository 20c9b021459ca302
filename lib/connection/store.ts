import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { consoleSettings } from '#lib/db/schema.ts';
import { defaultHomeCountry, type HomeCountry, isHomeCountry } from '#lib/domain/numbers/home-country.ts';

/**
 * Sets the console's home country inside a transaction, one writer at a time, and gives the one that held before. Writes
 * nothing where it holds already.
 */
export async function replaceHomeCountry(tx: Database, country: HomeCountry): Promise<HomeCountry> {
  const own = eq(consoleSettings.id, 1);
  const stored = () => tx.select({ country: consoleSettings.homeCountry }).from(consoleSettings).where(own);
  if (homeCountryOf(await stored()) === country) return country;
  await tx.insert(consoleSettings).values({ id: 1 }).onConflictDoNothing();
  const old = homeCountryOf(await stored().for('update'));
  if (old !== country) await tx.update(consoleSettings).set({ homeCountry: country }).where(own);
  return old;
}

const homeCountryOf = ([row]: { country: HomeCountry | null }[]): HomeCountry =>
  isHomeCountry(row?.country) ? row.country : defaultHomeCountry;
