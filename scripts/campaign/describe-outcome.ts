import { quantile } from '#scripts/bench/figures.ts';
import { tellStory } from '#scripts/campaign/describe-violation.ts';
import type { History } from '#scripts/campaign/history-facts.ts';
import type { Outcome } from '#scripts/campaign/kill-campaign.ts';
import type { Figures } from '#scripts/campaign/kill-figures.ts';

/** Stories that are told in full; the rules of the rest are. */
const mostStories = 10;

/** The figures of a campaign as lines to print, and of each broken promise everything that is known. */
export function describeOutcome(name: string, outcome: Outcome, figures: Figures): string {
  const { kills, history, violations } = outcome;
  const places = Map.groupBy(kills, ({ victim, place }) => `${victim} ${place}`);
  const table = [...places].sort().map(([place, { length }]) => `  ${String(length).padStart(5)}  ${place}`);
  const broken = violations.map(({ invariant, rule, about }) => `BROKEN ${invariant}: ${rule}: ${about}`);
  const stories = violations.slice(0, mostStories).map((violation) => tellStory(violation, outcome));
  return [
    `${name}: ${kills.length} kills`,
    ...table,
    ...countsOf(history),
    spread('next send after a restart', figures.nextSendMs),
    spread('settled after the kill that cut it', figures.settledMs),
    spread('the same after the last kill', figures.settledInPeaceMs),
    ...broken,
    ...stories,
    `${name}: ${violations.length} rules broken`,
  ].join('\n');
}

function countsOf({ intents, batches, bindings, attempts, arrivals, limiter }: History): string[] {
  const count = <T>(rows: readonly T[], by: (row: T) => string) =>
    [...Map.groupBy(rows, by)].map(([key, { length }]) => `${length} ${key}`).join(', ');
  const again = attempts.filter(({ why }) => why !== 'first');
  return [
    `  ${intents.length} binds of people, ${batches.length} batches (${count(batches, ({ state }) => state)})`,
    `  ${bindings.length} bindings: ${count(bindings, ({ state }) => state)}`,
    `  ${attempts.length} attempts, of those ${count(again, ({ why }) => why)}; ${arrivals.length} requests arrived`,
    `  in a second at most ${limiter.busiestSlidingSecond}, in a whole one ${limiter.busiestWholeSecond}; ${limiter.limited} refused for the limit`,
  ];
}

function spread(what: string, figures: readonly number[]): string {
  const [middle, late, last] = [0.5, 0.99, 1].map((share) => Math.round(quantile(figures, share)));
  return `  ${what}, ms: p50 ${middle}, p99 ${late}, max ${last} of ${figures.length}`;
}
