import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeResult } from '#scripts/chaos/describe.ts';
import { lostAnswers } from '#scripts/chaos/faults/lost-answers.ts';
import { statuses } from '#scripts/chaos/faults/statuses.ts';
import { playFault } from '#scripts/chaos/play.ts';
import { openSite, type Site } from '#scripts/chaos/site.ts';

// The short form of `npm run chaos`: a few faults on the embedded database, with a seed that stays.

/** Ten seconds each on two idle cores, many times that on busy ones. */
const limitMs = 300_000;
const seed = 7;

let site: Site;
beforeAll(() => {
  if (!existsSync('.next/patchboard-build'))
    throw new Error('Chaos drives the real server: npm run build first.');
  site = openSite();
});
afterAll(() => site?.close());

const short = [...lostAnswers, ...statuses].filter(({ n }) => n === 2 || n === 3 || n === 11);

test.each(short)(
  'fault $n: $title',
  async (fault) => {
    const result = await playFault(site, fault, { database: 'embedded', seed });
    expect(result.passed, describeResult(result)).toBe(true);
  },
  limitMs,
);
