import { printTable } from '#scripts/bench/figures.ts';
import type { Outcome } from '#scripts/power-cut/campaign.ts';
import { isRow } from '#scripts/power-cut/facts.ts';
import type { Ended } from '#scripts/power-cut/run-cuts.ts';

export const isBroken = ({ opened, lost, wrong }: Ended): boolean =>
  !opened || lost.length > 0 || wrong.length > 0;

const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);

/** Prints the figures of a campaign, by moment and by model of the disk, and first of all what broke. */
export function printOutcome({ ends, runs }: Outcome): void {
  for (const { phase, survival, at, lost, wrong } of ends.filter(isBroken))
    console.log(`BROKEN: ${phase} ${survival} at ${at}: ${[...wrong, ...lost.slice(0, 5)].join('; ')}`);
  const rows = (title: string, some: readonly Ended[]) => [
    title,
    String(some.length),
    String(some.filter(({ opened }) => opened).length),
    String(sum(some.map(({ acknowledged }) => acknowledged))),
    String(sum(some.map(({ lost }) => lost.length))),
    String(sum(some.map(({ wrong }) => wrong.length))),
  ];
  const by = (key: 'phase' | 'survival') =>
    [...Map.groupBy(ends, (ended) => ended[key])].map(([title, some]) => rows(title, some));
  printTable(
    ['cuts', 'number', 'databases opened', 'acknowledged rows looked for', 'rows lost', 'other faults'],
    [...by('phase'), ...by('survival'), rows('all', ends)],
  );
  const told = new Set(runs.flatMap((run) => run.told.map(({ fact }) => fact)).filter(isRow));
  const distinct = new Set([...told].map(({ about }) => about)).size;
  const commits = sum(runs.map((run) => run.commits));
  const syncs = sum(runs.map(syncsAtWork));
  const segments = sum(runs.map(segmentsBegun));
  console.log(
    `${runs.length} runs, ${commits} commits, ${distinct} rows acknowledged, ${segments} log segments begun, ` +
      `${(syncs / commits).toFixed(2)} syncs a commit with checkpoints`,
  );
}

/** Syncs between the first and the last commit that are counted: not those of starting and stopping. */
function syncsAtWork({ recording, phases }: Outcome['runs'][number]): number {
  const from = phases.find(({ name }) => name === 'working')?.from ?? 0;
  const to = phases.find(({ name }) => name === 'stopping')?.from ?? 0;
  return recording.operations.slice(from, to).filter(({ kind }) => kind === 'sync').length;
}

/** Files of 16 MB that the log went on in, each put to its place by its name. */
function segmentsBegun({ recording }: Outcome['runs'][number]): number {
  const named = recording.operations.flatMap((each) => ('to' in each ? each.to.name : []));
  return named.filter((name) => /^[\dA-F]{24}$/.test(name)).length;
}
