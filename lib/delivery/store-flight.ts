import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { NumberKey } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts } from '#lib/db/schema.ts';

/**
 * Whether a request for the number is under way. What is known of its bindings tells so too, save where what is bound
 * already is sent once more. Certain only under the number's lock.
 */
export async function isInFlight(tx: Database, { appId, number }: NumberKey): Promise<boolean> {
  const found = await tx
    .select({ n: attempts.n })
    .from(attempts)
    .where(and(eq(attempts.appId, appId), eq(attempts.number, number), isNull(attempts.finishedAt)));
  return found.length > 0;
}
