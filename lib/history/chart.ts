import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { now } from '#lib/clock.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { bucketEdges } from '#lib/domain/time-buckets.ts';
import { isTimeZone } from '#lib/domain/zone.ts';
import type { Context } from '#lib/entry/context.ts';
import { readerOf } from '#lib/history/reader.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { type BucketCount, countBuckets } from '#lib/history/store-chart.ts';
import type { ChartView } from '#lib/history/view.ts';

/** What is shown where no range is asked for, in ms. */
const usualSpanMs = 30 * 86_400_000;
/** Rows that are counted at most, newest first: the same effort however much a range holds. */
const usualMostRows = 100_000;
/** Nothing was bound earlier, and nothing is later than tomorrow. */
const earliestMs = 0;
const dayMs = 86_400_000;

type ChartRequest = { search: HistorySearch; zone: string; mostRows?: number };

/**
 * Outcomes over time for a search. Where it names no start, the last 30 days before its end; where the range holds more
 * rows than are counted, the newest part of it. `from` and `because` say which.
 */
export async function getChart(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  { search, zone: wanted, mostRows = usualMostRows }: ChartRequest,
): Promise<Result<ChartView>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const reader = readerOf(viewer);
  const zone = isTimeZone(wanted) ? wanted : 'UTC';
  const latestMs = now().getTime() + dayMs;
  const within = (ms: number) => new Date(Math.min(Math.max(ms, earliestMs), latestMs));
  const to = search.to ? within(Date.parse(search.to)) : now();
  const start = search.from ? Date.parse(search.from) : to.getTime() - usualSpanMs;
  const from = within(Math.min(start, to.getTime()));
  const edges = bucketEdges({ from, to }, zone);
  const counts = await countBuckets(db, search, edges, { mostRows, ...reader });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total <= mostRows) {
    const asked = search.from !== undefined;
    const shown = asked ? from : (edges[0] ?? from);
    return ok(toView({ edges, counts, zone, from: shown, to, because: asked ? 'asked' : 'usual' }));
  }
  const oldest = new Date(Math.min(...counts.map((count) => count.oldest.getTime())));
  const later = bucketEdges({ from: oldest, to }, zone);
  const fewer = await countBuckets(db, { ...search, from: oldest.toISOString() }, later, {
    mostRows,
    ...reader,
  });
  return ok(toView({ edges: later, counts: fewer, zone, from: oldest, to, because: 'many' }));
}

type Parts = Pick<ChartView, 'zone' | 'because'> & {
  edges: Date[];
  counts: BucketCount[];
  from: Date;
  to: Date;
};

const toView = ({ edges, counts, from, to, ...rest }: Parts): ChartView => ({
  ...rest,
  from: from.toISOString(),
  to: to.toISOString(),
  buckets: edges.slice(0, -1).map((edge, index) => ({
    from: edge.toISOString(),
    to: (edges[index + 1] ?? edge).toISOString(),
    counts: Object.fromEntries(
      counts.filter(({ bucket }) => bucket === index + 1).map(({ state, count }) => [state, count]),
    ),
  })),
});
