import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { lostOf, perSecond } from '#scripts/bench/batches-figures.ts';
import { ways, withSimulator } from '#scripts/bench/batches-ways.ts';
import { printTable, rounded } from '#scripts/bench/figures.ts';
import { wantedLines } from '#scripts/campaign/batch-client.ts';

// npm run bench:bulk -- [--numbers 2000] [--only embedded,several,…]: binds many numbers, one way after the other, each
// against a simulator that is a process of its own and enforces 20 a second: batches of ours, started over HTTP and watched
// as their page does, and the official SDK. The production build has to be there. What arrived is counted by the
// simulator; a number is lost that is not bound as wanted, or whose caller was not told so.

const { values } = parseArgs({
  options: { numbers: { type: 'string', default: '2000' }, only: { type: 'string' } },
});
const numbers = Math.min(20_000, Number(values.numbers));
const keys = values.only?.split(',') ?? Object.keys(ways);
const rows: string[][] = [];

for (const key of keys) {
  const way = ways[key];
  if (!way) throw new Error(`--only takes ${Object.keys(ways).join(', ')}; not ${key}.`);
  const wanted = wantedLines(Math.min(numbers, way.mostLines ?? numbers));
  await withSimulator(async (simulator) => {
    const { told, wallMs, notes = [] } = await way.send(simulator, wanted);
    const { control } = simulator;
    const [log, counters, world] = [await control.log(), await control.counters(), await control.world()];
    const bound = new Map(world.bindings.map(({ number, callbackUrl }) => [number, callbackUrl]));
    const arrivals = log.map(({ arrivedAtMs }) => arrivedAtMs);
    const accepted = log.filter(({ verdict }) => verdict === 'ok').map(({ arrivedAtMs }) => arrivedAtMs);
    rows.push([
      `${way.title}: ${wanted.length}`,
      rounded(wallMs / 1000),
      rounded(perSecond(arrivals), 2),
      rounded(perSecond(accepted), 2),
      `${counters.busiestWholeSecond}, ${counters.busiestSlidingSecond}`,
      String(log.filter(({ verdict }) => verdict === 'RequestLimitExceeded').length),
      String(lostOf({ wanted, told, bound })),
    ]);
    console.log([`${key}: load of the machine ${rounded(loadavg()[0] ?? Number.NaN)}`, ...notes].join('; '));
  });
}

printTable(
  [
    '',
    's',
    'arrivals a second',
    'of them taken',
    'most in a whole, in any second',
    'refused for the limit',
    'lost',
  ],
  rows,
);
