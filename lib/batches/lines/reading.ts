/** Line numbers as ranges; they come in rising order. */
export function toRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

type Range = { from: number; to: number };

const rangesOf = (ranges: string): Range[] =>
  ranges.split(',').map((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return { from, to };
  });

/** How many lines ranges hold. */
export const countRanges = (ranges: string): number =>
  rangesOf(ranges).reduce((sum, { from, to }) => sum + Math.max(0, to - from + 1), 0);

/** Whether a line is among ranges. */
export function inRanges(ranges: string): (line: number) => boolean {
  const read = rangesOf(ranges);
  return (line) => read.some(({ from, to }) => line >= from && line <= to);
}
