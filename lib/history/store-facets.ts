import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { bindings, user } from '#lib/db/schema.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { filterOf, type Reader } from '#lib/history/search-filter.ts';
import { newestFirst } from '#lib/history/store-newest.ts';
import type { FacetName } from '#lib/history/view.ts';

/** Rows that are counted at most, newest first: the same effort in a long history. */
export const facetRowsLimit = 10_000;
/** Values a list may have that nobody can name beforehand, the commonest first. Of batches the caller takes the newest. */
const openValuesLimit = 50;

const columns = {
  outcome: { value: sql.raw('state'), label: sql.raw('null::text') },
  app: { value: sql.raw('app_id'), label: sql.raw('null::text') },
  type: { value: sql.raw(`coalesce(number_type, 'none')`), label: sql.raw('null::text') },
  source: { value: sql.raw('source'), label: sql.raw('null::text') },
  actor: { value: sql.raw('actor_id'), label: sql.raw('max(actor_name)') },
  host: { value: sql.raw('callback_host'), label: sql.raw('null::text') },
  batch: { value: sql.raw('batch_id'), label: sql.raw('null::text') },
};

export type FacetCount = { field: FacetName | 'rows'; value: string; label: string | null; count: number };

/** How many of the newest rows of a search have which value, for each field; and under `rows` how many there were. */
export async function countFacets(
  db: Database,
  search: HistorySearch,
  { fields, ...reader }: Reader & { fields: readonly FacetName[] },
): Promise<FacetCount[]> {
  const some = db
    .select({
      state: bindings.state,
      appId: bindings.appId,
      numberType: bindings.numberType,
      source: bindings.source,
      actorId: bindings.actorId,
      actorName: bindings.actorName,
      callbackHost: bindings.callbackHost,
      batchId: bindings.batchId,
    })
    .from(bindings)
    // Each value is a filter, and under any filter denied attempts are listed.
    .where(filterOf(search, { ...reader, withDenied: true }))
    .orderBy(await newestFirst(db, search, reader))
    .limit(facetRowsLimit + 1);
  const counts = fields.map((field) => {
    const { value, label } = columns[field];
    const limit = field === 'batch' ? facetRowsLimit : openValuesLimit;
    return sql`(select ${field}::text as field, ${value} as value, ${label} as label, count(*) as count
      from counted where ${value} is not null group by 2 order by 4 desc, 2 limit ${limit})`;
  });
  const { rows } = await db.execute<{
    field: FacetCount['field'];
    value: string;
    label: string | null;
    count: string;
  }>(
    sql`with counted as materialized (${some}) ${sql.join(counts, sql` union all `)}
      union all (select 'rows', '', null, count(*) from counted)`,
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The names of these people as they are now; whoever was removed, as history last knew them. */
export async function namePeople(db: Database, ids: readonly string[]): Promise<Record<string, string>> {
  const known = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...ids]));
  const names = Object.fromEntries(known.map(({ id, name }) => [id, name]));
  for (const id of ids.filter((each) => !Object.hasOwn(names, each))) {
    const [row] = await db
      .select({ name: bindings.actorName })
      .from(bindings)
      .where(sql`${bindings.actorId} = ${id}`)
      .limit(1);
    if (row) names[id] = row.name;
  }
  return names;
}
