import 'server-only';
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { NumberKey } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts, bindings } from '#lib/db/schema.ts';
import type { Try } from '#lib/delivery/late-arrival-window.ts';
import { noticeableSkewMs } from '#lib/domain/clock-skew.ts';

/**
 * A number that is not settled: what was bound last has to hold, but an older request for something else, whose outcome
 * is unknown, may arrive after it, or has done so.
 */
export type Unsettled = NumberKey & {
  boundId: string;
  /** Nothing was tried since. */
  newestIsBound: boolean;
  /** The older binding; of several the one whose request can arrive last. */
  olderId: string;
  /** When it can no longer arrive. */
  until: Date;
  /** Requests for the bound one since it was bound. */
  tries: Try[];
};

type Which = {
  horizonMs: number;
  limit: number;
  /** Only these numbers. */
  among?: readonly NumberKey[];
  /** Only those whose time came since. */
  since?: Date;
};

/** Clocks of servers differ, and none by more than this, in ms. */
const clocksDifferMs = 86_400_000;

const msOf = (time: string): SQL => sql.raw(`(extract(epoch from ${time})::float8 * 1000)`);

const askedFor = (keys: readonly NumberKey[]): SQL => {
  const asked = JSON.stringify(keys.map(({ appId, number }) => [appId, number]));
  return sql`(u.app_id, u.number) in (select key->>0, key->>1 from jsonb_array_elements(${asked}::jsonb) as asked(key))`;
};

/**
 * Numbers that may not be settled, read from small parts of indexes: bound soon after a request of unknown outcome. The time
 * in a binding's id tells how soon.
 */
async function listCandidates(db: Database, { horizonMs, among, since }: Which): Promise<NumberKey[]> {
  const nearMs = horizonMs + clocksDifferMs;
  const boundMs = sql`left(n.bound_binding_id, 8) || substr(n.bound_binding_id, 10, 4)`;
  const { rows } = await db.execute<{ app_id: string; number: string }>(sql`
    select distinct u.app_id, u.number
    from attempts u join numbers n on n.app_id = u.app_id and n.number = u.number
    where u.outcome = 'unknown' and n.open_binding_id is null and u.binding_id < n.bound_binding_id
      and ${boundMs} < lpad(to_hex((${msOf('u.finished_at')} + ${nearMs})::bigint), 12, '0')
      and ${among ? askedFor(among) : sql`true`}
      and ${since ? sql`u.finished_at > ${new Date(since.getTime() - nearMs).toISOString()}` : sql`true`}`);
  return rows.map((row) => ({ appId: row.app_id, number: row.number }));
}

/**
 * Numbers that are not settled: those with the fewest tries first, then the oldest. A number is settled by a request for the
 * bound value that was written after the older one could no longer arrive, and was confirmed.
 */
export async function listUnsettled(db: Database, which: Which): Promise<Unsettled[]> {
  // On our clock; nobody knows when a request was signed whose process died. When it was given up is never earlier, unless
  // our clock is ahead.
  const signedMs = sql`u.signed_at * 1000::float8
    - case when abs(s.clock_skew_ms) >= ${noticeableSkewMs} then s.clock_skew_ms else 0 end`;
  const candidates = await listCandidates(db, which);
  if (candidates.length === 0) return [];
  const { horizonMs, limit, since } = which;
  const { rows } = await db.execute<{
    app_id: string;
    number: string;
    bound_id: string;
    newest_is_bound: boolean;
    older_id: string;
    until_ms: number;
  }>(sql`
    select * from (
      select distinct on (app_id, number) app_id, number, bound_id, newest_is_bound, older_id, until_ms,
        (select count(*) from attempts t where t.binding_id = bound_id and t.n > bound_count) as tries
      from (
        select u.app_id, u.number, b.id as bound_id, b.attempt_count as bound_count,
          n.newest_binding_id = b.id as newest_is_bound, older.id as older_id,
          greatest(${signedMs}, ${msOf('u.finished_at')}) + ${horizonMs}::float8 as until_ms
        from attempts u
        join numbers n on n.app_id = u.app_id and n.number = u.number
        join bindings older on older.id = u.binding_id
        join bindings b on b.id = n.bound_binding_id
        join attempts s on s.binding_id = b.id and s.n = b.attempt_count
        where u.outcome = 'unknown' and ${askedFor(candidates)} and n.open_binding_id is null
          and u.binding_id < n.bound_binding_id
          and (older.callback_url, older.number_type) is distinct from (b.callback_url, b.number_type)
      ) doubtful
      where not exists (select 1 from attempts a where a.binding_id = bound_id and a.outcome = 'bound'
        and ${msOf('a.committed_at')} >= until_ms)
      order by app_id, number, until_ms desc
    ) unsettled
    where ${since ? sql`until_ms >= ${since.getTime()}` : sql`true`}
    order by tries, until_ms limit ${limit}`);
  const boundIds = rows.map((row) => row.bound_id);
  const triesOf = await listTries(db, boundIds);
  return rows.map((row) => ({
    appId: row.app_id,
    number: row.number,
    boundId: row.bound_id,
    newestIsBound: row.newest_is_bound,
    olderId: row.older_id,
    until: new Date(row.until_ms),
    tries: triesOf.get(row.bound_id) ?? [],
  }));
}

/** Requests for bound bindings that were made after they had been bound, in their order. */
export async function listTries(db: Database, boundIds: readonly string[]): Promise<Map<string, Try[]>> {
  if (boundIds.length === 0) return new Map();
  const rows = await db
    .select({
      bindingId: attempts.bindingId,
      outcome: attempts.outcome,
      code: attempts.code,
      finishedAt: attempts.finishedAt,
    })
    .from(bindings)
    .innerJoin(attempts, and(eq(attempts.bindingId, bindings.id), gt(attempts.n, bindings.attemptCount)))
    .where(and(inArray(bindings.id, [...boundIds]), eq(bindings.state, 'bound')))
    .orderBy(asc(attempts.bindingId), asc(attempts.n));
  return Map.groupBy(rows, ({ bindingId }) => bindingId);
}
