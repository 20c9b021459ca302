import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import type { SourceLine } from '#lib/bulk/view.ts';
import type { Database } from '#lib/db/client.ts';
import { batches, bindings, numbers } from '#lib/db/schema.ts';
import type { NumberType } from '#lib/domain/outcome.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { filterOf } from '#lib/numbers/search-filter.ts';

/** Holds a batch until the transaction ends, so that two people who add to it come one after the other. */
export async function lockBatch(tx: Database, batchId: string): Promise<void> {
  await tx.select({ id: batches.id }).from(batches).where(eq(batches.id, batchId)).for('update');
}

/** Those of the bindings that were refused and are still the newest of their line. */
export const listRefused = (db: Database, batchId: string, ids: readonly string[]): Promise<BindingRow[]> =>
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

type Undoing = {
  app_id: string;
  number: string;
  before_id: string;
  number_type: NumberType | null;
  callback_url: string;
};

/** A line that takes a change back, and the binding whose URL it restores. */
export type UndoLine = SourceLine & { restoresBindingId: string };

/**
 * What would take back what a batch bound: the binding that was in force before it, where that is known, for the numbers
 * that nobody has changed since.
 */
export async function listUndoing(db: Database, batchId: string, limit: number): Promise<UndoLine[]> {
  const { rows } = await db.execute<Undoing>(sql`
    select b.app_id, b.number, before.id as before_id, before.number_type, before.callback_url
    from bindings b
    join numbers n on n.app_id = b.app_id and n.number = b.number and n.newest_binding_id = b.id
    cross join lateral (
      select id, number_type, callback_url from bindings p
      where p.app_id = b.app_id and p.number = b.number and p.state = 'bound' and (p.created_at, p.id) < (b.created_at, b.id)
      order by p.created_at desc, p.id desc limit 1) as before
    where b.batch_id = ${batchId} and b.state in ('bound', 'unknown') and before.callback_url is not null
    order by b.batch_line limit ${limit}`);
  return rows.map((row) => ({
    appId: row.app_id,
    number: row.number,
    numberType: row.number_type,
    callbackUrl: row.callback_url,
    restoresBindingId: row.before_id,
  }));
}

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
