import 'server-only';
import { and, count, desc, eq, isNotNull, isNull, sql, sum } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { numbers } from '#lib/db/schema.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { filterOf } from '#lib/numbers/search-filter.ts';

type Asked = { search: NumbersSearch; masked: boolean };

export const limits = { hosts: 100, urls: 50, numbers: 5 };

/** Hosts by how many lines were last bound to them, most first. */
export async function listHosts(db: Database, { search, masked }: Asked) {
  const byUrl = db
    .select({ host: numbers.boundHost, lines: count().as('lines') })
    .from(numbers)
    .where(and(filterOf(search, masked), isNotNull(numbers.boundHost)))
    .groupBy(numbers.boundHost, numbers.boundUrl)
    .as('by_url');
  const rows = await db
    .select({ host: byUrl.host, numbers: sum(byUrl.lines), urls: count() })
    .from(byUrl)
    .groupBy(byUrl.host)
    .orderBy(desc(sum(byUrl.lines)), byUrl.host)
    .limit(limits.hosts + 1);
  const hosts = rows.map((row) => ({ host: row.host ?? '', numbers: Number(row.numbers), urls: row.urls }));
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

/** The URLs of a host with how many lines each has, most first, and the first lines of each. */
export async function listUrlsOf(db: Database, { search, masked, host }: Asked & { host: string }) {
  const ofHost = and(filterOf(search, masked), eq(numbers.boundHost, host));
  const urls = db
    .select({ url: numbers.boundUrl, lines: count().as('lines') })
    .from(numbers)
    .where(and(ofHost, isNotNull(numbers.boundUrl)))
    .groupBy(numbers.boundUrl)
    .orderBy(desc(count()), numbers.boundUrl)
    .limit(limits.urls + 1)
    .as('urls');
  const first = db
    .select({ appId: numbers.appId, number: numbers.number })
    .from(numbers)
    .where(and(ofHost, sql`md5(${numbers.boundUrl}) = md5(${urls.url})`))
    .orderBy(numbers.appId, numbers.number)
    .limit(limits.numbers)
    .as('first');
  const rows = await db
    .select({ url: urls.url, lines: urls.lines, appId: first.appId, number: first.number })
    .from(urls)
    .innerJoinLateral(first, sql`true`)
    .orderBy(desc(urls.lines), urls.url, first.appId, first.number);
  const found = [...Map.groupBy(rows, ({ url }) => url ?? '')].map(([url, lines]) => ({
    url,
    numbers: lines[0]?.lines ?? 0,
    first: lines.map(({ appId, number }) => ({ appId, number })),
  }));
  return { urls: found.slice(0, limits.urls), more: found.length > limits.urls };
}
