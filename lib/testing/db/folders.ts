import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openEmbedded } from '#lib/db/embedded.ts';
import { cachedTemplate } from '#lib/testing/db/template.ts';

async function makeTemplate(dataDir: string): Promise<void> {
  const made = await openEmbedded(dataDir, () => {});
  await made.close();
}

/** Data folders for tests: copies of one with a database in it, which takes seconds to make, and paths where none is yet. */
export function dataFoldersForTests(): { copy(): string; empty(): string } {
  let base = '';
  let template = '';
  let count = 0;
  beforeAll(async () => {
    base = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-data-'));
    template = await cachedTemplate('folder', makeTemplate);
  }, 180_000);
  afterAll(() => fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

  const empty = () => path.join(base, `data-${++count}`);
  return {
    empty,
    copy() {
      const folder = empty();
      fs.cpSync(template, folder, { recursive: true });
      return folder;
    },
  };
}
