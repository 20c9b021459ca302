import 'server-only';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import type { Reader } from '#lib/history/search-filter.ts';
import { toSearchParams } from '#lib/history/search-params.ts';
import { countLimit, countRows } from '#lib/history/store.ts';

/** History only grows, so that more than the limit stays more; an outcome that changes is noticed after so many ms. */
const rememberMs = 60_000;
const longestMemory = 500;

/** When each search was found to have more rows than are counted. */
const beyond = new WeakMap<Database, Map<string, number>>();

/**
 * How many rows a search has, up to the limit and one. To find ten thousand rows of a common term takes the longest of
 * all counts, and every open history asks each second: what is beyond the limit is remembered for a while.
 */
export async function countUpToLimit(db: Database, search: HistorySearch, reader: Reader): Promise<number> {
  const { sort: _s, order: _o, size: _z, after: _a, before: _b, entry: _e, ...filters } = search;
  const key = `${reader.secrets} ${toSearchParams(filters)}`;
  const known = beyond.get(db) ?? new Map<string, number>();
  beyond.set(db, known);
  if (monotonicMs() - (known.get(key) ?? Number.NEGATIVE_INFINITY) < rememberMs) return countLimit + 1;
  const count = await countRows(db, search, reader);
  known.delete(key);
  if (count > countLimit) known.set(key, monotonicMs());
  const [oldest] = known.keys();
  if (known.size > longestMemory && oldest !== undefined) known.delete(oldest);
  return count;
}
