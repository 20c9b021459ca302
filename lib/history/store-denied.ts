import 'server-only';
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { countDeniedActs } from '#lib/audit-log/denied-limit.ts';
import { acts } from '#lib/bind-number/deny.ts';
import { bindings } from '#lib/db/schema.ts';
import { historyLists } from '#lib/domain/history-search.ts';
import type { Context } from '#lib/entry/context.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { inRange, leavesOutDenied } from '#lib/history/search-filter.ts';
import type { DeniedCount } from '#lib/history/view.ts';

/** Most rows that are counted. */
const countLimit = 10_000;

/**
 * The denied attempts that a page of history does not list. Null where that cannot be said: a count knows who and in which
 * hour, and nothing else that history can be filtered by.
 */
export async function countDenied(
  { db }: Pick<Context, 'db'>,
  search: HistorySearch,
): Promise<DeniedCount | null> {
  const isDefault = leavesOutDenied(search);
  const [only, ...others] = search.outcome ?? [];
  const isPlain = historyLists.every(
    (name) => search[name] === undefined || name === 'outcome' || name === 'actor',
  );
  const isDeniedView = only === 'denied' && others.length === 0 && isPlain && !search.q && !search.not;
  if (!isDefault && !isDeniedView) return null;
  const from = search.from === undefined ? undefined : inRange(search.from);
  const to = search.to === undefined ? undefined : inRange(search.to);
  const [counted, leftOut] = await Promise.all([
    countDeniedActs({ db }, { acts, people: search.actor, from, to }),
    isDefault ? countRows(db, { from, to }) : 0,
  ]);
  return { leftOut, counted };
}

async function countRows(
  db: Context['db'],
  { from, to }: { from: Date | undefined; to: Date | undefined },
): Promise<number> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(bindings)
    .where(
      and(
        eq(bindings.state, 'denied'),
        from && gte(bindings.createdAt, from),
        to && lt(bindings.createdAt, to),
      ),
    )
    .limit(countLimit)
    .as('some');
  const [row] = await db.select({ count: sql<string>`count(*)` }).from(some);
  return Number(row?.count ?? 0);
}
