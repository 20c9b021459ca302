import 'server-only';
import { and, gte, lt, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';
import type { BindingState } from '#lib/domain/outcome.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { filterOf, type Reader } from '#lib/history/search-filter.ts';
import { newestFirst } from '#lib/history/store-newest.ts';

export type BucketCount = {
  /** Which bucket, counted from 1. */
  bucket: number;
  state: BindingState;
  count: number;
  /** The oldest row that was counted. */
  oldest: Date;
};

/**
 * How many rows of a search fell into which bucket with which outcome, the newest `mostRows` + 1 of them. `edges` rise
 * and hold the whole range.
 */
export async function countBuckets(
  db: Database,
  search: HistorySearch,
  edges: readonly Date[],
  { mostRows, ...reader }: Reader & { mostRows: number },
): Promise<BucketCount[]> {
  const [first, last] = [edges[0], edges.at(-1)];
  if (!first || !last) return [];
  const some = db
    .select({ state: bindings.state, createdAt: bindings.createdAt })
    .from(bindings)
    .where(and(filterOf(search, reader), gte(bindings.createdAt, first), lt(bindings.createdAt, last)))
    .orderBy(await newestFirst(db, search, reader))
    .limit(mostRows + 1)
    .as('some');
  const times = sql.join(
    edges.map((edge) => sql`${edge.toISOString()}::timestamptz`),
    sql`, `,
  );
  const rows = await db
    .select({
      bucket: sql<number>`width_bucket(${some.createdAt}, array[${times}])`,
      state: some.state,
      count: sql<string>`count(*)`,
      oldest: sql<string>`to_char(min(${some.createdAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    })
    .from(some)
    .groupBy(sql`1`, some.state);
  return rows.map(({ bucket, state, count, oldest }) => ({
    bucket: Number(bucket),
    state,
    count: Number(count),
    oldest: new Date(oldest),
  }));
}
