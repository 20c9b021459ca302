import { type FailPoint, failPoints, sendPoints } from '#lib/server/fail-point.ts';
import { dice } from '#lib/testing/seed/pools.ts';

/** A process that is killed and started again, over and over. */
export type Victim = 'server' | 'worker';

/** Where a process ends: when it comes to a named place for so many times, or so long after it was started or ready. */
export type Fate = { place: FailPoint; visit: number } | { after: 'start' | 'ready'; ms: number };

export type PlanOptions = {
  victims: readonly Victim[];
  kills: number;
  /** How many of the kills are at named places, each of which has its turn. */
  named: number;
  seed: number;
};

/** Where only a server comes. */
const atServer: readonly FailPoint[] = [
  'before-intent-commit',
  'after-intent-commit',
  'before-batch-commit',
  'after-batch-commit',
  'before-stop-commit',
];
/** Where every line comes, so that a process may well pass a few times before it ends. */
const often: readonly FailPoint[] = ['before-claim-commit', 'after-claim-commit', ...sendPoints];
const mostVisits = 12;
/** So long a process lives at most that ends at a moment: several are started and killed before a batch is through. */
const longestLifeMs = 1_500;
/** One in so many dies before it is ready. */
const deadEarly = 8;
const longestStartMs = 900;

/** What becomes of each process in turn, drawn from the seed. */
export function planKills({ victims, kills, named, seed }: PlanOptions): Map<Victim, Fate[]> {
  const roll = dice(seed);
  const plan = new Map<Victim, Fate[]>(victims.map((victim) => [victim, []]));
  const give = (turn: number, fate: Fate) => plan.get(victims[turn % victims.length] ?? 'server')?.push(fate);
  for (let index = 0; index < named; index += 1) {
    const place = failPoints[index % failPoints.length] ?? 'before-first-byte';
    const round = Math.floor(index / failPoints.length);
    const turn = atServer.includes(place) ? 0 : failPoints.indexOf(place) + round;
    give(turn, { place, visit: often.includes(place) ? 1 + roll(mostVisits) : 1 });
  }
  for (let index = named; index < kills; index += 1) {
    const early = roll(deadEarly) === 0;
    give(
      index,
      early ? { after: 'start', ms: roll(longestStartMs) } : { after: 'ready', ms: roll(longestLifeMs) },
    );
  }
  for (const fates of plan.values()) shuffle(fates, roll);
  return plan;
}

function shuffle(fates: Fate[], roll: (below: number) => number): void {
  for (let index = fates.length - 1; index > 0; index -= 1) {
    const other = roll(index + 1);
    const [one, two] = [fates[index], fates[other]];
    if (one && two) [fates[index], fates[other]] = [two, one];
  }
}

export const nameOf = (fate: Fate): string =>
  'place' in fate ? fate.place : fate.after === 'start' ? 'while starting' : 'at some moment';
