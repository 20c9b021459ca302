import { momentOfWallTime, startOfDay, wallTimeMs } from '#lib/domain/zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Most buckets a range is cut into. */
export const mostBuckets = 60;

/** Widths that people think in, in ms or as whole calendar units. */
const widths = [
  ...[1, 2, 5, 10, 15, 30].map((count) => ({ unit: 'ms', ms: count * minute }) as const),
  ...[1, 3, 6, 12].map((count) => ({ unit: 'ms', ms: count * hour }) as const),
  { unit: 'day', days: 1, ms: day } as const,
  { unit: 'day', days: 7, ms: 7 * day } as const,
  { unit: 'month', months: 1, ms: 30 * day } as const,
  { unit: 'month', months: 12, ms: 365 * day } as const,
  { unit: 'month', months: 120, ms: 3650 * day } as const,
];
type Width = (typeof widths)[number];

/**
 * Cuts a range into buckets that begin where a wall clock of the zone has a round time: on the quarter, at midnight, on
 * the first of a month. The first begins at or before `from`, the last ends at or after `to`; a bucket is as long as
 * the clock says, so a day on which the clock changes has 23 or 25 hours. Gives every edge, ends included.
 */
export function bucketEdges({ from, to }: { from: Date; to: Date }, zone: string): Date[] {
  const spanMs = Math.max(minute, to.getTime() - from.getTime());
  const fitting = widths.find(({ ms }) => spanMs / ms <= mostBuckets - 1);
  const width = fitting ?? widths[widths.length - 1];
  if (!width) return [from, to];
  const edges = [floorTo(from, width, zone)];
  for (let last = edges[0]; last && last < to && edges.length < 1000; last = edges.at(-1)) {
    const next = after(last, width, zone);
    edges.push(next > last ? next : new Date(last.getTime() + width.ms));
  }
  return edges;
}

function floorTo(at: Date, width: Width, zone: string): Date {
  if (width.unit === 'month') {
    const wall = new Date(wallTimeMs(at, zone));
    const months = wall.getUTCFullYear() * 12 + wall.getUTCMonth();
    const first = months - (months % width.months);
    return momentOfWallTime(Date.UTC(Math.floor(first / 12), first % 12, 1), zone);
  }
  const midnight = startOfDay(at, zone);
  if (width.unit === 'ms')
    return new Date(
      midnight.getTime() + Math.floor((at.getTime() - midnight.getTime()) / width.ms) * width.ms,
    );
  // Weeks begin on Monday.
  const weekday = (new Date(wallTimeMs(at, zone)).getUTCDay() + 6) % 7;
  return width.days === 7 ? startOfDay(at, zone, -weekday) : midnight;
}

function after(edge: Date, width: Width, zone: string): Date {
  if (width.unit === 'month') {
    const wall = new Date(wallTimeMs(edge, zone));
    return momentOfWallTime(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + width.months, 1), zone);
  }
  if (width.unit === 'day') return startOfDay(edge, zone, width.days);
  const next = new Date(edge.getTime() + width.ms);
  const midnight = startOfDay(edge, zone, 1);
  return next > midnight ? midnight : next;
}
