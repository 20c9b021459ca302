import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { persistedSecret } from '#lib/auth/persisted-secret.ts';
import { dice } from '#lib/testing/seed/pools.ts';
import { afterCut, type Survival } from '#scripts/power-cut/after-cut.ts';
import { Disk } from '#scripts/power-cut/disk.ts';
import { record } from '#scripts/power-cut/record.ts';
import { layFolder } from '#scripts/power-cut/seed-folder.ts';

let base = '';
beforeAll(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-secret-'));
});
afterAll(() => fs.rmSync(base, { recursive: true }));

it.each<Survival>(['forgets', 'scatters', 'journals'])(
  'the secret of sessions outlives a power cut, and one that cuts its making short keeps nobody out (disk %s)',
  (survival) => {
    const live = fs.mkdtempSync(path.join(base, 'live-'));
    const recorder = record(live);
    const secret = persistedSecret(`${live}/console/data`);
    recorder.stop();
    expect(recorder.operations.length).toBeGreaterThan(5);
    for (let at = 0; at <= recorder.operations.length; at += 1) {
      for (let seed = 1; seed <= 20; seed += 1) {
        const disk = new Disk(recorder, { rule: survival === 'journals' ? 'ext4' : 'posix' });
        disk.playTo(at);
        const left = path.join(fs.mkdtempSync(path.join(base, 'cut-')), 'disk');
        layFolder(recorder, afterCut(disk, survival, dice(seed)), left);
        const found = persistedSecret(`${left}/console/data`);
        if (at === recorder.operations.length) expect(found).toBe(secret);
        expect(found).toMatch(/^[\w-]{43}$/);
      }
    }
  },
);

it('of several processes that make it, all read the same', () => {
  const dataDir = path.join(base, 'shared');
  fs.mkdirSync(dataDir);
  // Another one is quicker, between the look and the making.
  const look = vi.spyOn(fs, 'existsSync').mockImplementationOnce((file) => {
    fs.writeFileSync(String(file), 'a'.repeat(43));
    return false;
  });
  onTestFinished(() => look.mockRestore());
  expect(persistedSecret(dataDir)).toBe('a'.repeat(43));
  expect(fs.readdirSync(dataDir)).toEqual(['auth-secret']);
});
