import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { BoundUse, KnownNumber } from '#lib/bindings/suggest.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings, numbers } from '#lib/db/schema.ts';

/** How far back suggestions look, in bound bindings: far enough for habits, and the same effort in a long history. */
const windowRows = 1_000;

/** The newest bound bindings of these apps, newest first. */
export async function listBoundUses(db: Database, appIds: readonly string[]): Promise<BoundUse[]> {
  if (appIds.length === 0) return [];
  return db
    .select({
      callbackUrl: bindings.callbackUrl,
      callbackHost: bindings.callbackHost,
    })
    .from(bindings)
    .where(and(eq(bindings.state, 'bound'), inArray(bindings.appId, [...appIds])))
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(windowRows);
}

/** Numbers that one app offers at most: those used last first, then the others. The board has all of them. */
const numbersAnApp = 100;

/** What is known of the numbers of these apps, by history and by the provider's list; last bound first within each. */
export async function listKnownNumbers(db: Database, appIds: readonly string[]): Promise<KnownNumber[]> {
  const ofApp = (appId: string) =>
    db
      .select({
        appId: numbers.appId,
        number: numbers.number,
        url: numbers.boundUrl,
        boundBindingId: numbers.boundBindingId,
        openBindingId: numbers.openBindingId,
        providerState: numbers.providerState,
        providerListed: numbers.providerListed,
      })
      .from(numbers)
      .where(
        and(
          eq(numbers.appId, appId),
          or(
            isNotNull(numbers.boundBindingId),
            isNotNull(numbers.openBindingId),
            sql`${numbers.providerListed}`,
          ),
        ),
      )
      .orderBy(sql`${numbers.boundBindingId} desc nulls last`, asc(numbers.number))
      .limit(numbersAnApp);
  return (await Promise.all(appIds.map(ofApp))).flat();
}
