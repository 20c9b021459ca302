import type { Outcome } from '#scripts/campaign/kill-rounds.ts';

/** The figures of a campaign as lines to print: how each round ended, then the sums. */
export function describeOutcome(database: string, outcome: Outcome): string {
  const { kills, ends, violations } = outcome;
  const rounds = ends.map(({ round, told, end, attempts }) => {
    const place = typeof round === 'number' ? `after ${round} ms` : round;
    return `  ${place.padEnd(22)} told ${told.padEnd(8)} ends ${end} (${attempts} sent)`;
  });
  const broken = violations.map(({ invariant, rule, about }) => `  BROKEN ${invariant}: ${rule}: ${about}`);
  const sums = `${database}: ${kills} kills, ${violations.length} rules broken`;
  return [...rounds, ...broken, sums].join('\n');
}
