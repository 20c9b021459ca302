import { quantile, rounded } from '#scripts/bench/figures.ts';

/** Resident memory of one life of the server, a look a second, in MiB. */
export type Life = readonly number[];

/** Memory of each life: its first and last minute, and the highest look. */
export function describeLives(lives: readonly Life[]): string {
  const median = (looks: Life) => rounded(quantile(looks, 0.5), 0);
  return lives
    .map(
      (looks) =>
        `${median(looks.slice(0, 60))} -> ${median(looks.slice(-60))} (peak ${rounded(Math.max(...looks), 0)})`,
    )
    .join(', ');
}

/** The longest times in which nothing arrived, in ms, longest first. */
export function silences(arrivalsMs: readonly number[], count: number): number[] {
  const ordered = [...arrivalsMs].sort((a, b) => a - b);
  const gaps = ordered.slice(1).map((atMs, index) => atMs - (ordered[index] ?? atMs));
  return gaps.sort((a, b) => b - a).slice(0, count);
}
