import type { LineState } from '#lib/domain/batch.ts';

/** From the start of the bar to its end: what is over, what is under way, what waits. */
export const barOrder = ['bound', 'refused', 'unknown', 'unsent', 'sending', 'queued'] as const;

/** Thinnest part that can still be seen, in per cent of the bar. */
const leastShare = 0.8;

/** A part of the bar, in per cent of its width. */
export type Share = { state: LineState; from: number; width: number };

/** How much of the bar each state takes. Whatever occurs can be seen; together they fill the bar. */
export function sharesOf(counts: Record<LineState, number>): Share[] {
  const total = barOrder.reduce((sum, state) => sum + counts[state], 0);
  const parts = barOrder
    .filter((state) => counts[state] > 0)
    .map((state) => ({ state, weight: Math.max(leastShare, (counts[state] / total) * 100) }));
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  let from = 0;
  return parts.map(({ state, weight }) => {
    const width = (weight / whole) * 100;
    from += width;
    return { state, from: from - width, width };
  });
}

/** Lines that have come to an end. */
export const settledOf = ({ bound, refused, unknown, unsent }: Record<LineState, number>): number =>
  bound + refused + unknown + unsent;
