import { stackOrder } from '#components/binding/outcome-marks.tsx';
import type { BindingState } from '#lib/domain/outcome.ts';
import type { ChartView } from '#lib/history/view.ts';

export type Bucket = ChartView['buckets'][number];
/** A part of a bar, in px from the top of the plot. */
export type BarPart = { state: BindingState; y: number; height: number };

/** Thinnest part that can still be seen, in px. */
const leastHeight = 2;

export const totalOf = ({ counts }: Bucket): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

export const highest = (buckets: readonly Bucket[]): number => Math.max(0, ...buckets.map(totalOf));

/** The parts of a bar from the bottom up. Whatever occurred can be seen, however little it is beside the rest. */
export function stack(bucket: Bucket, { most, height }: { most: number; height: number }): BarPart[] {
  let top = height;
  return stackOrder.flatMap((state) => {
    const count = bucket.counts[state] ?? 0;
    if (count === 0 || most === 0) return [];
    const own = Math.max(leastHeight, (count / most) * height);
    top = Math.max(0, top - own);
    return [{ state, y: top, height: own }];
  });
}
