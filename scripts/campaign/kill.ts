import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';
import { offerPostgres } from '#lib/testing/postgres-setup.ts';
import { describeOutcome } from '#scripts/campaign/describe-outcome.ts';
import { runCampaign } from '#scripts/campaign/kill-campaign.ts';
import { isGood, measure } from '#scripts/campaign/kill-figures.ts';

// npm run campaign:kill -- [--postgres 1000] [--embedded 300] [--named 200] [--seed 7]: the long form, on a build that is
// there. Without --named a fifth of the kills is at named places. The seed that is printed draws the same kills again.

const { values } = parseArgs({
  options: {
    postgres: { type: 'string', default: '100' },
    embedded: { type: 'string', default: '50' },
    named: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const progressEvery = 25;
const { postgres, stop } = offerPostgres();
const folder = mkdtempSync(join(tmpdir(), 'patchboard-kill-'));
let good = true;

async function campaign(name: 'embedded' | 'postgres', databaseUrl: string | null): Promise<void> {
  const kills = Number(values[name]);
  if (kills === 0) return;
  const startedMs = performance.now();
  const outcome = await runCampaign({
    databaseUrl,
    dataDir: join(folder, name),
    kills,
    named: values.named === undefined ? Math.round(kills / 5) : Number(values.named),
    seed,
    onKill: (_, count) => {
      if (count % progressEvery > 0) return;
      const seconds = Math.round((performance.now() - startedMs) / 1_000);
      console.log(`${name}, seed ${seed}: ${count} of ${kills} kills in ${seconds} s`);
    },
  });
  const figures = measure(outcome);
  console.log(describeOutcome(`${name}, seed ${seed}`, outcome, figures));
  good &&= isGood(outcome, figures);
}

try {
  await campaign('embedded', null);
  if (postgres.available) await campaign('postgres', (await createTestPostgres(postgres)).url);
  else console.log(postgres.reason);
} finally {
  stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = good ? 0 : 1;
