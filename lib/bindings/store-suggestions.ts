import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { BoundUse } from '#lib/bindings/suggest.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';

/** How far back suggestions look, in bound bindings: far enough for habits, and the same effort in a long history. */
const windowRows = 1_000;

/** The newest bound bindings of these apps, newest first. */
export async function listBoundUses(db: Database, appIds: readonly string[]): Promise<BoundUse[]> {
  if (appIds.length === 0) return [];
  return db
    .select({
      appId: bindings.appId,
      number: bindings.number,
      callbackUrl: bindings.callbackUrl,
      callbackHost: bindings.callbackHost,
    })
    .from(bindings)
    .where(and(eq(bindings.state, 'bound'), inArray(bindings.appId, [...appIds])))
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(windowRows);
}
