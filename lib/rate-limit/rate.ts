import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { pace } from '#lib/db/schema.ts';
import type { Context } from '#lib/entry/context.ts';

/**
 * So much wider than allowed are slots apart, 51.5 ms for 20 a second. The provider counts at arrival: exactly 50 would
 * let 21 into a second when one of them is late, 51.5 leaves 30 ms for lateness.
 */
export const margin = 1.03;

/** What a batch may count on where so many a second are allowed, for an estimate. */
export const paceOf = (perSecond: number): number => perSecond / margin;

/** What may be sent with a key. The provider counts by key and action, and takes 20 a second. */
export type Quota = { keyHash: string; perSecond: number };

/** The quota for binding, or for another action. */
export function quotaOf({ gateway, sendsPerSecond }: Context, action?: string): Quota {
  const keyHash = action === undefined ? gateway.keyHash : `${gateway.keyHash}:${action}`;
  return { keyHash, perSecond: sendsPerSecond };
}

/**
 * So long what the slowest process is allowed holds for every other one after it last sent, in ms: long enough for who
 * sends rarely, short enough that one which was set to more is not held up by what it was before.
 */
const allowedForMs = 60_000;

/** Refused for its limit, the pace of all processes on the database becomes this much of what it was … */
const slowerBy = 0.88;
/** … at most this often, in ms: refusals of what was sent at the old pace say nothing new. */
const slowerEveryMs = 700;
/** And climbs by this many sends a second each second, until the provider refuses again: it finds out what others leave. */
const climb = 1.25;
const slowest = 1;

export const ms = (value: number): SQL => sql`${value} * interval '1 millisecond'`;

/** How long ago the last refusal was, in seconds. A database's clock that was set back makes it long ago, not to come. */
const sinceRefusal = sql`abs(extract(epoch from clock_timestamp() - ${pace.rateAt}))`;

/** Another process that may send less has sent lately. A database's clock that was set back ends it. */
const isHeld = sql`${pace.allowedUntil} between clock_timestamp() and clock_timestamp() + ${ms(allowedForMs)}`;
const isHeldTo = (perSecond: number) => sql`${isHeld} and ${pace.allowed} < ${perSecond}::float8`;

/** Sends a second that are allowed to every process as of now. */
export const allowedNow = (perSecond: number): SQL =>
  sql`case when ${isHeldTo(perSecond)} then ${pace.allowed} else ${perSecond}::float8 end`;

/** Until when what one process is allowed holds for all, told by one that may send so many a second. */
export function allowedUntil(perSecond: number): { first: SQL; next: SQL } {
  const first = sql`clock_timestamp() + ${ms(allowedForMs)}`;
  return { first, next: sql`case when ${isHeldTo(perSecond)} then ${pace.allowedUntil} else ${first} end` };
}

export const fullRate = (perSecond: number): SQL => sql`((${allowedNow(perSecond)}) / ${margin}::float8)`;

/** Sends a second as of now: the full pace, or what the provider took when it last refused and what was climbed since. */
export function rateNow(perSecond: number): SQL {
  const full = fullRate(perSecond);
  const found = sql`${pace.rate} + ${climb}::float8 * ${sinceRefusal}`;
  return sql`least(${full}, greatest(${slowest}::float8, coalesce(${found}, ${full})))`;
}

/**
 * Hears that the provider refused for its limit, because others use the same key: every process on the database sends
 * more slowly from its next slot on, and finds the limit again by climbing.
 */
export async function slowDown(db: Database, { keyHash, perSecond }: Quota): Promise<void> {
  const isNews = sql`(${pace.rateAt} is null or ${sinceRefusal} * 1000 > ${slowerEveryMs}::float8)`;
  const first = { rate: paceOf(perSecond) * slowerBy, rateAt: sql`clock_timestamp()` };
  await db
    .insert(pace)
    .values({ keyHash, lastSlotAt: sql`clock_timestamp()`, ...first })
    .onConflictDoUpdate({
      target: pace.keyHash,
      set: { rate: sql`${rateNow(perSecond)} * ${slowerBy}::float8`, rateAt: sql`clock_timestamp()` },
      setWhere: isNews,
    });
}
