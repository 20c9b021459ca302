/** The value below which this share of the figures lies (nearest rank). NaN for no figures. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const rounded = (value: number, digits = 1): string => value.toFixed(digits);

/** Median and 95th percentile as two cells of a table. */
export const spread = (figures: readonly number[], digits = 1): string[] =>
  [0.5, 0.95].map((share) => rounded(quantile(figures, share), digits));

/** Prints a table in Markdown, so that it can be put into a document as it is. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}
