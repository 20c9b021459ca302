import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { failPoints } from '#lib/server/fail-point.ts';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';
import { describeOutcome } from '#scripts/campaign/describe-outcome.ts';
import { runCampaign } from '#scripts/campaign/kill-campaign.ts';
import { longestMs, measure } from '#scripts/campaign/kill-figures.ts';

// The short form of `npm run campaign:kill`: sixty kills, on each database once at every named place.

/** Two minutes on two idle cores, since each kill starts a whole process; many times that on busy ones. */
const limitMs = 1_500_000;
/**
 * Arrivals in any second. Beside other tests a process stands still for a moment now and then, and what it had sent arrives together: a
 * fifth of a second's worth. The campaign by itself allows none of that.
 */
const mostInASecond = 24;
const postgres = inject('testPostgres');
const seed = 7;

let folder = '';
beforeAll(() => {
  if (!existsSync('.next/patchboard-build'))
    throw new Error('The campaign kills the real server: npm run build first.');
  folder = mkdtempSync(join(tmpdir(), 'patchboard-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function campaign(name: string, { databaseUrl, kills }: { databaseUrl: string | null; kills: number }) {
  const dataDir = join(folder, name);
  const outcome = await runCampaign({ databaseUrl, dataDir, kills, named: failPoints.length, seed });
  const figures = measure(outcome);
  console.info(describeOutcome(`${name}, seed ${seed}`, outcome, figures));
  expect(outcome.violations.filter(({ rule }) => rule !== 'over the limit')).toEqual([]);
  expect(outcome.history.limiter.busiestSlidingSecond).toBeLessThanOrEqual(mostInASecond);
  expect(outcome.kills.length).toBeGreaterThanOrEqual(kills);
  expect(outcome.kills.map(({ place }) => place)).toEqual(expect.arrayContaining([...failPoints]));
  expect(figures.nextSendMs).not.toEqual([]);
  expect(Math.max(...figures.nextSendMs)).toBeLessThan(longestMs.nextSend);
  expect(Math.max(...figures.settledMs)).toBeLessThan(longestMs.settled);
  expect(Math.max(...figures.settledInPeaceMs)).toBeLessThan(longestMs.settledInPeace);
  return outcome;
}

describe.concurrent('fault 21: killed while batches and people bind, nothing is lost, doubled or left open', () => {
  test('on the embedded database', () => campaign('embedded', { databaseUrl: null, kills: 22 }), limitMs);

  test.skipIf(!postgres.available)(
    'on PostgreSQL, server and worker',
    async () => {
      if (!postgres.available) return;
      const { url, drop } = await createTestPostgres(postgres);
      const { kills } = await campaign('postgres', { databaseUrl: url, kills: 38 });
      expect(new Set(kills.map(({ victim }) => victim))).toEqual(new Set(['server', 'worker']));
      await drop();
    },
    limitMs,
  );
});
