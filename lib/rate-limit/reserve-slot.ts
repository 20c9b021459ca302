import 'server-only';
import { sql } from 'drizzle-orm';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { pace } from '#lib/db/schema.ts';
import { DatabaseClock } from '#lib/rate-limit/database-clock.ts';
import { latestMs, longestQueueMs } from '#lib/rate-limit/limits.ts';
import { allowedNow, allowedUntil, fullRate, margin, ms, type Quota, rateNow } from '#lib/rate-limit/rate.ts';

/** What was lost to lateness is made up for with slots this much nearer to each other … */
const closest = 0.75;
/** … while as many as are allowed in a second take this many of them, by when they left: 20 ms are left for the way. */
const tightest = 1.02;
/** Until it is told how late a slot was used, it counts as used so late, in ms. The latest leaves 10 ms for the way. */
const presumedMs = latestMs - 10;
/** Not more than this is made up for, in ms. */
const longestDebtMs = 1_000;
/** Who has not asked for so long, in ms, did not want to send: a rest is no credit. */
const restMs = 300;
/** Departures that are remembered. More than 20 a second are never allowed. */
const remembered = 20;

/** A slot on this process's clock, and what the database calls it. */
export type Slot = { atMs: number; name: string };

/** How long after its slot the first byte of a request left, in ms. */
export type Left = { slot: Slot; lateMs: number };

type Grant = {
  /** A slot that was met too late to be used: it becomes one of now, unless another one was granted after it. */
  late?: Slot | null;
  /** Slots this process has used, and how late. Until that is told, a slot counts as used `presumedMs` late. */
  left?: readonly Left[];
};

/** Each database's clock on this process's. */
const clocks = new WeakMap<Database, DatabaseClock>();

/**
 * Grants the next free slot in one statement on the database's clock, so that every process on it shares one pace: that
 * of the process that is allowed least, where they differ. Null when the queue is longer than `longestQueueMs`.
 */
export async function reserveSlot(
  db: Database,
  { keyHash, perSecond }: Quota,
  { late = null, left = [] }: Grant = {},
): Promise<Slot | null> {
  // One reading of the clock for the whole statement: that of the row that could not be inserted.
  const now = sql`excluded.last_slot_at`;
  // A slot further off than any queue can be means that the database's clock was set back: start anew.
  const lost = sql`${pace.lastSlotAt} > ${now} + ${ms(longestQueueMs * 3)}`;
  const isLast = sql`${pace.lastSlotAt} = ${late?.name ?? null}::timestamptz`;
  const spacingAt = (rate: typeof now) => sql`(1000 / ${rate}) * interval '1 millisecond'`;
  const spacing = spacingAt(rateNow(perSecond));
  const isSlow = sql`${rateNow(perSecond)} < ${fullRate(perSecond)}`;

  // Where only the last slot is known it is all there is to count.
  const known = sql`coalesce(${pace.departures}, array[${pace.lastSlotAt} + ${ms(presumedMs)}])`;
  const told = left.reduce((departures, { slot: { name }, lateMs }) => {
    const at = sql`${name}::timestamptz`;
    return sql`array_replace(${departures}, ${at} + ${ms(presumedMs)}, ${at} + ${ms(lateMs)})`;
  }, known);
  const newest = sql`[greatest(1, cardinality(${known}) + 2 - ${remembered}):]`;

  const due = sql`coalesce(${pace.dueAt}, ${pace.lastSlotAt}) + ${spacing}`;
  const evenly = sql`${pace.lastSlotAt} + ${spacing}`;
  const nearest = sql`greatest(${due}, ${pace.lastSlotAt} + ${closest}::float8 * ${spacing})`;
  const aSecond = sql`greatest(1, floor(${allowedNow(perSecond)}))::int`;
  const aSecondAgo = sql`(${told})[cardinality(${known}) + 1 - ${aSecond}]`;
  const full = sql`${aSecondAgo} + ${aSecond} * ${tightest / margin}::float8 * ${spacingAt(fullRate(perSecond))}`;
  const next = sql`greatest(${now}, case when ${isSlow} then ${evenly} else ${nearest} end, ${full})`;
  const moved = sql`greatest(${pace.lastSlotAt}, ${now})`;

  const isRested = sql`${now} - ${pace.lastSlotAt} > ${ms(restMs)}`;
  const owing = sql`greatest(${due}, ${next} - ${ms(longestDebtMs)})`;
  const until = allowedUntil(perSecond);
  const askedMs = monotonicMs();
  const [granted] = await db
    .insert(pace)
    .values({
      keyHash,
      lastSlotAt: sql`clock_timestamp()`,
      allowed: perSecond,
      allowedUntil: until.first,
    })
    .onConflictDoUpdate({
      target: pace.keyHash,
      set: {
        lastSlotAt: sql`case when ${lost} then ${now} when ${isLast} then ${moved} else ${next} end`,
        dueAt: sql`case when ${lost} then ${now} when ${isLast} then ${pace.dueAt}
          when ${isSlow} or ${isRested} then ${next} else ${owing} end`,
        departures: sql`case when ${lost} then null
          when ${isLast} then (${told})[:cardinality(${known}) - 1] || (${moved} + ${ms(presumedMs)})
          else (${told})${newest} || (${next} + ${ms(presumedMs)}) end`,
        allowed: allowedNow(perSecond),
        allowedUntil: until.next,
      },
      setWhere: sql`${lost} or ${pace.lastSlotAt} < ${now} + ${ms(longestQueueMs)}`,
    })
    .returning({
      name: sql<string>`${pace.lastSlotAt}::text`,
      at: sql<string>`extract(epoch from ${pace.lastSlotAt}) * 1000`,
      now: sql<string>`extract(epoch from clock_timestamp()) * 1000`,
    });
  if (granted === undefined) return null;
  const clock = clocks.get(db) ?? new DatabaseClock();
  clocks.set(db, clock);
  clock.hear(Number(granted.now), { askedMs, answeredMs: monotonicMs() });
  return { atMs: clock.toMonotonic(Number(granted.at)), name: granted.name };
}
