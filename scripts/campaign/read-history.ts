import { asc } from 'drizzle-orm';
import { openDatabase } from '#lib/db/open.ts';
import { attempts, bindings } from '#lib/db/schema.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import type { History, Intent } from '#scripts/campaign/check-history.ts';

/** Reads the console's rows, with no console running, and the simulator's log of what arrived. */
export async function readHistory(
  database: { databaseUrl: string | null; dataDir: string },
  { control }: Simulator,
  intents: readonly Intent[],
): Promise<History> {
  const { db, close } = await openDatabase(database);
  const bindingRows = await db.select().from(bindings).orderBy(asc(bindings.createdAt), asc(bindings.id));
  const attemptRows = await db.select().from(attempts);
  await close();
  const { bindings: bound } = await control.world();
  return {
    intents,
    bindings: bindingRows.map((row) => ({ ...row, key: row.idempotencyKey })),
    attempts: attemptRows.map((row) => ({
      ...row,
      committedAtMs: row.committedAt.getTime(),
      finishedAtMs: row.finishedAt?.getTime() ?? null,
    })),
    arrivals: (await control.log()).map((entry) => ({
      number: entry.number,
      bodySha256: entry.bodySha256,
      arrivedAtMs: Date.parse(entry.arrivedAt),
      applied: entry.appliedOrder !== null,
      requestId: entry.requestId,
    })),
    bound: new Map(bound.map(({ number, callbackUrl }) => [number, callbackUrl])),
  };
}
