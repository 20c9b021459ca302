import type { BatchLinesPage } from '#lib/batches/view.ts';

/** A stretch of rows: from `first` up to, but without, `end`. */
export type RowRange = { first: number; end: number };

/** Rows drawn beyond both edges of the screen, so that Tab and a quick scroll find some. */
const spareRows = 8;
/** The stretch moves by so many rows at once, so that not every pixel of scrolling draws anew. */
const stepRows = 8;

/** Which rows of equal height to draw, when the list begins `abovePx` above the top of the screen. */
export function stretchOf(place: { abovePx: number; screenPx: number; rowPx: number }): RowRange {
  const { abovePx, screenPx, rowPx } = place;
  const first = Math.max(0, Math.floor((abovePx / rowPx - spareRows) / stepRows) * stepRows);
  const end = Math.ceil(((abovePx + screenPx) / rowPx + spareRows) / stepRows) * stepRows;
  return { first, end: Math.max(end, first + stepRows) };
}

/** Places of the rows to draw in a list of so many: a stretch of it, and some that must stay although out of sight. */
export function rowsToDraw(
  { first, end }: RowRange,
  { count, kept }: { count: number; kept: readonly number[] },
): number[] {
  const last = Math.min(end, count);
  // A list that became shorter than the place scrolled to is drawn to its end.
  const start = Math.max(0, Math.min(first, count - (end - first)));
  const rows = Array.from({ length: last - start }, (_, index) => start + index);
  const others = kept.filter((row) => row >= 0 && row < count && (row < start || row >= last));
  return [...rows, ...others].sort((a, b) => a - b);
}

/** Places of the pages that have rows in a stretch. */
export function pagesIn(pages: readonly BatchLinesPage[], { first, end }: RowRange): number[] {
  const found: number[] = [];
  let begin = 0;
  for (const [place, { lines }] of pages.entries()) {
    if (begin < end && begin + lines.length > first) found.push(place);
    begin += lines.length;
  }
  return found;
}
