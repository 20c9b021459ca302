import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentsOf, layWhole } from '#lib/testing/campaign/folders.ts';
import { dice } from '#lib/testing/seed/pools.ts';
import { afterCut, type Survival } from '#scripts/power-cut/after-cut.ts';
import { Disk } from '#scripts/power-cut/disk.ts';
import type { Recording } from '#scripts/power-cut/operation.ts';
import { record } from '#scripts/power-cut/record.ts';
import { layFolder } from '#scripts/power-cut/seed-folder.ts';

let base = '';
beforeAll(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-disk-'));
});
afterAll(() => fs.rmSync(base, { recursive: true }));

/** Records what `work` does in a folder that holds the file `old` with the text "old". */
function recordOf(work: (folder: string) => void): { folder: string; recording: Recording } {
  const folder = fs.mkdtempSync(path.join(base, 'live-'));
  fs.writeFileSync(path.join(folder, 'old'), 'old');
  const recorder = record(folder);
  try {
    work(folder);
  } finally {
    recorder.stop();
  }
  return { folder, recording: recorder };
}

function cut(recording: Recording, survival: Survival, seed = 1): Record<string, string | null> {
  const disk = new Disk(recording, { rule: survival === 'journals' ? 'ext4' : 'posix' });
  disk.playTo(recording.operations.length);
  const at = path.join(fs.mkdtempSync(path.join(base, 'cut-')), 'disk');
  layFolder(recording, afterCut(disk, survival, dice(seed)), at);
  const contents = Object.entries(contentsOf(at));
  return Object.fromEntries(contents.map(([name, text]) => [name, text && atob(text)]));
}

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
const distinct = (values: unknown[]): Set<string> => new Set(values.map((value) => JSON.stringify(value)));

function sync(at: string): void {
  const descriptor = fs.openSync(at, 'r');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

function overwrite(at: string, bytes: Uint8Array, position = 0): void {
  const descriptor = fs.openSync(at, 'r+');
  fs.writeSync(descriptor, bytes, 0, bytes.length, position);
  fs.closeSync(descriptor);
}

it('a record played to its end is the folder', () => {
  const { folder, recording } = recordOf((live) => {
    fs.mkdirSync(`${live}/one/two`, { recursive: true });
    fs.writeFileSync(`${live}/one/two/file`, 'a'.repeat(10_000), { flush: true });
    overwrite(`${live}/one/two/file`, Buffer.from('beyond'), 20_000);
    fs.truncateSync(`${live}/one/two/file`, 20_003);
    fs.truncateSync(`${live}/one/two/file`, 30_000);
    fs.renameSync(`${live}/one`, `${live}/renamed`);
    fs.linkSync(`${live}/renamed/two/file`, `${live}/linked`);
    fs.writeFileSync(`${live}/gone`, 'gone');
    fs.unlinkSync(`${live}/gone`);
    fs.mkdirSync(`${live}/tree/below`, { recursive: true });
    fs.writeFileSync(`${live}/tree/below/leaf`, 'leaf');
    fs.rmSync(`${live}/tree`, { recursive: true });
    fs.writeFileSync(`${live}/replaced`, 'first');
    fs.renameSync(`${live}/replaced`, `${live}/old`);
    fs.writeFileSync(`${live}/old`, 'as');
  });
  layWhole(recording, `${base}/whole`);
  expect(contentsOf(`${base}/whole`)).toEqual(contentsOf(folder));
});

it('what was not synced is forgotten, what was synced is there', () => {
  const { recording } = recordOf((live) => {
    overwrite(`${live}/old`, Buffer.from('NEW'));
    sync(`${live}/old`);
    overwrite(`${live}/old`, Buffer.from('...'));
    fs.truncateSync(`${live}/old`, 1);
  });
  expect(cut(recording, 'forgets')).toEqual({ old: 'NEW' });
});

it('a name lasts once its folder was synced; on ext4 once anything was', () => {
  const { recording } = recordOf((live) => {
    fs.writeFileSync(`${live}/named`, 'text', { flush: true });
    fs.renameSync(`${live}/old`, `${live}/renamed`);
  });
  expect(cut(recording, 'forgets')).toEqual({ old: 'old' });
  for (const seed of seeds) expect(cut(recording, 'journals', seed)).toMatchObject({ named: 'text' });
  expect(distinct(seeds.map((seed) => Object.keys(cut(recording, 'journals', seed))))).toEqual(
    distinct([
      ['named', 'old'],
      ['named', 'renamed'],
    ]),
  );
  const { recording: whole } = recordOf((live) => {
    fs.writeFileSync(`${live}/named`, 'text', { flush: true });
    sync(live);
  });
  expect(cut(whole, 'forgets')).toEqual({ named: 'text', old: 'old' });
});

it('a folder whose own name was not synced is not there, whatever was synced in it', () => {
  const { recording } = recordOf((live) => {
    fs.mkdirSync(`${live}/made`);
    fs.writeFileSync(`${live}/made/file`, 'text', { flush: true });
    sync(`${live}/made`);
  });
  expect(cut(recording, 'forgets')).toEqual({ old: 'old' });
  expect(cut(recording, 'journals')).toMatchObject({ made: null, 'made/file': 'text' });
});

it('changes of names survive one by one where they are scattered, and in their order where they are journalled', () => {
  const { recording } = recordOf((live) => {
    fs.writeFileSync(`${live}/a`, '');
    fs.writeFileSync(`${live}/b`, '');
  });
  const ends = (survival: Survival) =>
    distinct(seeds.map((seed) => Object.keys(cut(recording, survival, seed))));
  expect(ends('scatters')).toEqual(distinct([['old'], ['a', 'old'], ['b', 'old'], ['a', 'b', 'old']]));
  expect(ends('journals')).toEqual(distinct([['old'], ['a', 'old'], ['a', 'b', 'old']]));
});

it.each<Survival>(['scatters', 'journals'])(
  'a page has any of the states it went through since its sync, now and then torn between two sectors (%s)',
  (survival) => {
    const { recording } = recordOf((live) => {
      fs.writeFileSync(`${live}/old`, '1'.repeat(8192), { flush: true });
      for (const digit of ['2', '3']) overwrite(`${live}/old`, Buffer.from(digit.repeat(8192)));
    });
    const pages = seeds
      .map((seed) => cut(recording, survival, seed).old ?? '')
      .flatMap((text) => [text.slice(0, 4096), text.slice(4096)]);
    const whole = ['1', '2', '3'].map((digit) => digit.repeat(4096));
    expect(new Set(pages.filter((page) => whole.includes(page)))).toEqual(new Set(whole));
    const torn = pages.filter((page) => !whole.includes(page));
    expect(torn.length).toBeGreaterThan(0);
    for (const page of torn) expect(page).toMatch(/^(?:(?:1{512}|2{512}|3{512})){8}$/);
  },
);

it('a disk that lies keeps nothing from then on', () => {
  const { recording } = recordOf((live) => {
    for (const text of ['new', 'end']) {
      overwrite(`${live}/old`, Buffer.from(text));
      sync(`${live}/old`);
    }
  });
  const disk = new Disk(recording, { rule: 'ext4', liesFrom: 2 });
  disk.playTo(recording.operations.length);
  const kept = [...afterCut(disk, 'forgets', dice(1)).values()].find(({ kind }) => kind === 'file');
  expect(kept).toMatchObject({ bytes: Buffer.from('new') });
});
