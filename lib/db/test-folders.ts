import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openEmbedded } from '#lib/db/embedded.ts';

/** Data folders with a database in them: made once a test file, because that takes seconds, and copied for each test. */
export function dataFoldersForTests(): { copy(): string; empty(): string } {
  let base = '';
  let count = 0;
  beforeAll(async () => {
    base = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-data-'));
    const made = await openEmbedded(path.join(base, 'template'), () => {});
    await made.close();
  }, 180_000);
  afterAll(() => fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

  const empty = () => path.join(base, `data-${++count}`);
  return {
    empty,
    copy() {
      const folder = empty();
      fs.cpSync(path.join(base, 'template'), folder, { recursive: true });
      return folder;
    },
  };
}
