import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTestPostgres } from '#lib/db/test-postgres.ts';
import { describeOutcome } from '#scripts/campaign/describe-outcome.ts';
import { planRounds, runKillRounds } from '#scripts/campaign/kill-rounds.ts';
import { offerPostgres } from '#scripts/db-test-setup.ts';

// npm run campaign:kill -- [--random 100] [--database embedded|postgres]: the long form, on a build that is there.

const { values } = parseArgs({
  options: { random: { type: 'string', default: '100' }, database: { type: 'string' } },
});
const { postgres, stop } = offerPostgres();
const folder = mkdtempSync(join(tmpdir(), 'patchboard-kill-'));
let broken = 0;

async function campaign(name: 'embedded' | 'postgres', databaseUrl: string | null): Promise<void> {
  if (values.database !== undefined && values.database !== name) return;
  const database = { databaseUrl, dataDir: join(folder, name) };
  const outcome = await runKillRounds(database, planRounds(Number(values.random)), (round, told) =>
    console.log(`${name}: killed at ${round}, told ${told}`),
  );
  console.log(describeOutcome(name, outcome));
  broken += outcome.violations.length;
}

try {
  await campaign('embedded', null);
  if (postgres.available) await campaign('postgres', (await createTestPostgres(postgres)).url);
  else console.log(postgres.reason);
} finally {
  stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = broken === 0 ? 0 : 1;
