import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestPostgres } from '#lib/db/test-postgres.ts';
import { describeOutcome } from '#scripts/campaign/describe-outcome.ts';
import { planRounds, runKillRounds } from '#scripts/campaign/kill-rounds.ts';

// The short form of `npm run campaign:kill`: fifteen kills on each database, eight of them at the named places.

/** A minute and a half on two idle cores, since each round starts a whole server; many times that on busy ones. */
const limitMs = 1_500_000;
const postgres = inject('testPostgres');

let dataDir = '';
beforeAll(() => {
  if (!existsSync('.next/patchboard-build'))
    throw new Error('The campaign kills the real server: npm run build first.');
  dataDir = mkdtempSync(join(tmpdir(), 'patchboard-kill-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));

async function campaign(databaseUrl: string | null, folder: string): Promise<void> {
  const database = { databaseUrl, dataDir: join(dataDir, folder) };
  const outcome = await runKillRounds(database, planRounds(7));
  console.info(describeOutcome(folder, outcome));
  expect(outcome.violations).toEqual([]);
  expect(outcome.kills).toBeGreaterThanOrEqual(15);
}

describe.concurrent('fault 21: killed around a send, no binding is lost, doubled or left open', () => {
  test('on the embedded database', () => campaign(null, 'embedded'), limitMs);

  test.skipIf(!postgres.available)(
    'on PostgreSQL',
    async () => {
      if (!postgres.available) return;
      const { url, drop } = await createTestPostgres(postgres);
      await campaign(url, 'postgres');
      await drop();
    },
    limitMs,
  );
});
