/** Rows drawn above and below what is in sight, so that Tab and a short scroll find them there. */
const over = 8;

type Sight = { firstInSight: number; inSight: number; count: number };

/**
 * Which rows of a long list are drawn, as places in it: those in sight, some around them, and those that must stay
 * although they are out of sight, such as the one that is being edited.
 */
export function rowsToDraw({ firstInSight, inSight, count }: Sight, kept: readonly number[]): number[] {
  const first = Math.max(0, Math.min(firstInSight, count - 1) - over);
  const end = Math.min(count, firstInSight + inSight + over);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  const others = kept.filter((row) => row >= 0 && row < count && (row < first || row >= end));
  return [...rows, ...others].sort((a, b) => a - b);
}
