import 'server-only';
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { countDeniedActs, recordDeniedAct } from '#lib/audit-log/denied-limit.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { HistorySearch } from '#lib/bind-number/schema.ts';
import { storeDenied, type WantedBinding } from '#lib/bind-number/store-binding.ts';
import type { DeniedCount } from '#lib/bindings/view.ts';
import { bindings } from '#lib/db/schema.ts';
import { maskUrlSecrets } from '#lib/domain/callback-url-secrets.ts';
import { historyLists } from '#lib/domain/history-search.ts';
import type { Context } from '#lib/entry/context.ts';
import { inRange, leavesOutDenied } from '#lib/history/search-filter.ts';

/** Acts on one binding, as `event_counts` names them. */
const acts = ['bind', 'repeat'] as const;

/** Longest text, in characters, that is stored of a denied change. It can never be sent or put back. */
const textLimit = 200;

/** The end says that it was cut. */
const shorten = (text: string | null): string | null =>
  text !== null && text.length > textLimit
    ? // Not the half of a character that two units make.
      `${text.slice(0, textLimit - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : text;

/** Masked before it is cut: what is left of a hidden part might no longer look like one. */
const shortenUrl = (url: string | null): string | null =>
  url !== null && url.length > textLimit ? shorten(maskUrlSecrets(url)) : url;

/**
 * Records a change that its author had no right to make: as a row of history, or as a count where there were too many. A
 * row's texts are cut, since somebody without rights decides how long they are.
 */
export async function denyBinding(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  { act, wanted }: { act: (typeof acts)[number]; wanted: WantedBinding },
): Promise<void> {
  const { callbackUrl, reason, ...rest } = wanted;
  const short = { ...rest, callbackUrl: shortenUrl(callbackUrl), reason: shorten(reason) };
  await recordDeniedAct({ db }, viewer, { act, record: () => storeDenied(db, short) });
}

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
