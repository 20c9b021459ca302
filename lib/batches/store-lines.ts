import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SourceLine } from '#lib/batches/view.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { batches, bindings, numbers } from '#lib/db/schema.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { filterOf } from '#lib/numbers/search-filter.ts';

/** Holds a batch until the transaction ends, so that two people who add to it come one after the other. */
export async function lockBatch(tx: Database, batchId: string): Promise<void> {
  await tx.select({ id: batches.id }).from(batches).where(eq(batches.id, batchId)).for('update');
}

/** Bindings one statement looks at. */
const idsAStatement = 500;

/** Those of the bindings that were refused and are still the newest of their line. */
export async function listRefused(
  db: Database,
  batchId: string,
  ids: readonly string[],
): Promise<BindingRow[]> {
  const refused: BindingRow[] = [];
  for (let from = 0; from < ids.length; from += idsAStatement)
    refused.push(...(await readRefused(db, batchId, ids.slice(from, from + idsAStatement))));
  return refused;
}

const readRefused = (db: Database, batchId: string, ids: readonly string[]): Promise<BindingRow[]> =>
  db
    .select()
    .from(bindings)
    .where(
      and(
        eq(bindings.batchId, batchId),
        eq(bindings.state, 'refused'),
        inArray(bindings.id, [...ids]),
        sql`not exists (select 1 from bindings newer where newer.batch_id = ${batchId}
          and newer.batch_line = ${bindings.batchLine} and newer.id > ${bindings.id})`,
      ),
    );

/** Numbers of the board that a search means, each with what it was last bound to. */
export async function listSource(
  db: Database,
  search: NumbersSearch,
  { appIds, limit }: { appIds: readonly string[]; limit: number },
): Promise<SourceLine[]> {
  const found = await db
    .select({
      appId: numbers.appId,
      number: numbers.number,
      numberType: bindings.numberType,
      callbackUrl: numbers.boundUrl,
    })
    .from(numbers)
    .leftJoin(bindings, eq(bindings.id, numbers.boundBindingId))
    .where(and(filterOf(search, false), inArray(numbers.appId, [...appIds])))
    .orderBy(numbers.appId, numbers.number)
    .limit(limit);
  return found;
}
