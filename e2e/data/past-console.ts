import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layPast } from '#e2e/data/seed-bindings.ts';
import { test as base } from '#e2e/fixtures.ts';
import { serve } from '#lib/testing/console.ts';

/** Stories on a console of their own that has this past. */
export const testOver = (past: Parameters<typeof layPast>[1]) =>
  base.extend({
    console: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
      async ({}, use) => {
        const dataDir = await mkdtemp(join(tmpdir(), 'patchboard-past-'));
        await layPast(dataDir, past);
        const running = await serve({ dataDir });
        await use(running);
        await running.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
      { scope: 'worker', timeout: 180_000 },
    ],
  });
