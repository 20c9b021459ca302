import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { earlierFiles } from '#scripts/setup/earlier-files.mjs';

const hour = 60 * 60_000;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(mostBytes?: number) {
  const folder = mkdtempSync(join(tmpdir(), 'patchboard-earlier-'));
  folders.push(folder);
  const chunks = join(folder, 'static', 'chunks');
  /** As `next build`: empties the folder except for `cache`, and writes its own files. */
  const build = (names: string[], bytes = 10) => {
    for (const entry of readdirSync(folder))
      if (entry !== 'cache') rmSync(join(folder, entry), { recursive: true });
    mkdirSync(chunks, { recursive: true });
    for (const name of names) writeFileSync(join(chunks, name), name.padEnd(bytes));
  };
  const deploy = (atMs: number, names: string[], bytes?: number) => {
    const earlier = earlierFiles(folder, mostBytes);
    earlier.setAside(atMs);
    build(names, bytes);
    earlier.putBack(atMs);
  };
  const served = () => (existsSync(chunks) ? readdirSync(chunks).sort() : []);
  return { folder, chunks, build, deploy, served };
}

test('the files of the build before stay, beside the new ones, with their content', () => {
  const { chunks, deploy, served } = newFolder();
  deploy(0, ['a.js', 'same.js']);
  deploy(hour, ['b.js', 'same.js']);
  expect(served()).toEqual(['a.js', 'b.js', 'same.js']);
  expect(readFileSync(join(chunks, 'a.js'), 'utf8').trim()).toBe('a.js');
});

test('they leave a day after they were last current, at the next build or start', () => {
  const { folder, deploy, served } = newFolder();
  deploy(0, ['a.js']);
  deploy(hour, ['b.js']);
  deploy(24 * hour, ['c.js']);
  expect(served()).toEqual(['a.js', 'b.js', 'c.js']);
  earlierFiles(folder).dropOld(25 * hour);
  expect(served()).toEqual(['b.js', 'c.js']);
  deploy(49 * hour, ['d.js']);
  expect(served()).toEqual(['c.js', 'd.js']);
});

test('a file that a new build has again starts its day anew when it leaves', () => {
  const { deploy, served } = newFolder();
  deploy(0, ['a.js']);
  deploy(hour, ['b.js']);
  deploy(20 * hour, ['a.js']);
  deploy(30 * hour, ['c.js']);
  expect(served()).toEqual(['a.js', 'b.js', 'c.js']);
});

test('a build that fails loses none of them', () => {
  const { folder, build, deploy, served } = newFolder();
  deploy(0, ['a.js']);
  earlierFiles(folder).setAside(hour);
  build([]);
  deploy(2 * hour, ['b.js']);
  expect(served()).toEqual(['a.js', 'b.js']);
});

test('no more than so many bytes are kept: the oldest go', () => {
  const { deploy, served } = newFolder(1000);
  deploy(0, ['a.js'], 600);
  deploy(hour, ['b.js'], 600);
  deploy(2 * hour, ['c.js']);
  expect(served()).toEqual(['b.js', 'c.js']);
});

test('a fresh folder, and a list that cannot be read, keep nothing and harm nothing', () => {
  const { folder, deploy, served } = newFolder();
  deploy(0, ['a.js']);
  writeFileSync(join(folder, 'cache', 'patchboard-earlier.json'), '{');
  deploy(hour, ['b.js']);
  expect(served()).toEqual(['a.js', 'b.js']);
});
