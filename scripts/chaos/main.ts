import { parseArgs } from 'node:util';
import { databases } from '#scripts/chaos/database.ts';
import { describeResult, describeSummary } from '#scripts/chaos/describe.ts';
import { allFaults } from '#scripts/chaos/faults/all.ts';
import { parseNumbers } from '#scripts/chaos/parse-numbers.ts';
import { playFault, type Result } from '#scripts/chaos/play.ts';
import { openSite } from '#scripts/chaos/site.ts';

// npm run chaos -- [--seed 7] [--faults 1-29 | 4,20] [--database embedded|postgres|both] [--rounds 1]: every fault of the
// table, played at the real processes on a build that is there. Ends with 1 where anything came out otherwise.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    faults: { type: 'string', default: '1-29' },
    database: { type: 'string', default: 'both' },
    rounds: { type: 'string', default: '1' },
  },
});
const wanted = parseNumbers(values.faults);
const began = performance.now();
const site = openSite();
const results: Result[] = [];

/** One after another on one database; the two databases have nothing in common and go side by side. */
async function playOn(database: (typeof databases)[number]): Promise<void> {
  if (values.database !== 'both' && values.database !== database) return;
  if (database === 'postgres' && site.noPostgres !== null) return console.log(site.noPostgres);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const seed = Number(values.seed) + round;
    for (const fault of allFaults.filter(({ n }) => wanted.has(n))) {
      if (!fault.databases.includes(database)) continue;
      const result = await playFault(site, fault, { database, seed });
      results.push(result);
      console.log(describeResult(result));
    }
  }
}

try {
  await Promise.all(databases.map(playOn));
} finally {
  site.close();
}
console.log(describeSummary(results, { seed: values.seed, tookMs: performance.now() - began }));
process.exitCode = results.length > 0 && results.every(({ passed }) => passed) ? 0 : 1;
