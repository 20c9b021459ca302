import 'server-only';
import { and, count, countDistinct, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { numbers } from '#lib/db/schema.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { filterOf } from '#lib/numbers/search-filter.ts';

type Asked = { search: NumbersSearch; masked: boolean };

export const limits = { hosts: 100, urls: 50, numbers: 5 };

/** Hosts by how many lines were last bound to them, one more than are shown where there are more. */
export async function listHosts(db: Database, { search, masked }: Asked) {
  const rows = await db
    .select({ host: numbers.boundHost, numbers: count(), urls: countDistinct(numbers.boundUrl) })
    .from(numbers)
    .where(and(filterOf(search, masked), isNotNull(numbers.boundHost)))
    .groupBy(numbers.boundHost)
    .orderBy(desc(count()), numbers.boundHost)
    .limit(limits.hosts + 1);
  const hosts = rows.flatMap(({ host, ...rest }) => (host === null ? [] : [{ host, ...rest }]));
  return { hosts: hosts.slice(0, limits.hosts), more: hosts.length > limits.hosts };
}

/** Lines without a known URL. */
export async function countWithoutUrl(db: Database, { search, masked }: Asked): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(numbers)
    .where(and(filterOf(search, masked), isNull(numbers.boundHost)));
  return row?.count ?? 0;
}

/** The URLs of a host with how many lines each has, and the first lines of each. */
export async function listUrlsOf(db: Database, { search, masked, host }: Asked & { host: string }) {
  const ranked = db
    .select({
      url: numbers.boundUrl,
      appId: numbers.appId,
      number: numbers.number,
      count: sql<string>`count(*) over (partition by ${numbers.boundUrl})`.as('count'),
      rank: sql<number>`row_number() over (partition by ${numbers.boundUrl} order by ${numbers.appId}, ${numbers.number})`.as(
        'rank',
      ),
    })
    .from(numbers)
    .where(and(filterOf(search, masked), eq(numbers.boundHost, host), isNotNull(numbers.boundUrl)))
    .as('ranked');
  const rows = await db
    .select()
    .from(ranked)
    .where(lte(ranked.rank, limits.numbers))
    .orderBy(desc(ranked.count), ranked.url, ranked.rank)
    .limit((limits.urls + 1) * limits.numbers);
  const urls = Map.groupBy(rows, ({ url }) => url ?? '');
  const lines = [...urls].map(([url, lines]) => ({
    url,
    numbers: Number(lines[0]?.count ?? 0),
    first: lines.map(({ appId, number }) => ({ appId, number })),
  }));
  return { urls: lines.slice(0, limits.urls), more: lines.length > limits.urls };
}
