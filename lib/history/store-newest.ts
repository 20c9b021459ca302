import 'server-only';
import { desc, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { bindings } from '#lib/db/schema.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import type { Reader } from '#lib/history/search-filter.ts';
import { isIndexed } from '#lib/history/search-text.ts';
import { countLimit, countRows } from '#lib/history/store.ts';

/**
 * The order in which the newest of a great many matching rows are best read: along the index of times. Only where a text
 * is rare, and that walk would go through half of history, are all its rows taken from the index of texts and sorted.
 */
export async function newestFirst(db: Database, search: HistorySearch, reader: Reader): Promise<SQL> {
  const isRare =
    search.q !== undefined && isIndexed(search.q) && (await countRows(db, search, reader)) <= countLimit;
  return isRare ? sql`(${bindings.createdAt} + interval '0') desc` : desc(bindings.createdAt);
}
