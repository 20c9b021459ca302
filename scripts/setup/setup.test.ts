import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runToEnd } from '#scripts/real-parts/start-output.ts';
import { findCutValues } from '#scripts/setup/env-file.mjs';
import { npmCommand } from '#scripts/setup/npm.mjs';

const cutIn = (text: string) => findCutValues(text).map(({ name, line }) => `${name}:${line}`);

test.each([
  ['DATABASE_URL=postgres://u:p@ss/w#rd@h/db', 'DATABASE_URL:1'],
  ['\n\nexport AUTH_SECRET=abc#def', 'AUTH_SECRET:3'],
  ['A=1\r\nB=x#y\r\nC=3', 'B:2'],
  ['PATCHBOARD_ADMIN_PASSWORD=#secret', 'PATCHBOARD_ADMIN_PASSWORD:1'],
  ['  A = x#y # a comment', 'A:1'],
  ['A="never closed#x', 'A:1'],
  ['A="one\ntwo # three"\nB=x#y', 'B:3'],
])('a value cut by a # is found in %j', (text, found) => {
  expect(cutIn(text)).toEqual([found]);
});

test.each([
  'A="x#y"',
  "A='x#y'",
  'A=`x#y`',
  'A=x # a comment',
  'A=x\t# a comment',
  'A= # a comment',
  'A=#',
  '# A=x#y',
  '#A=x#y',
  'A="one\ntwo#three"\nB=x',
  'A=\nB=x',
])('nothing is cut in %j', (text) => {
  expect(cutIn(text)).toEqual([]);
});

test('what Node makes of an unquoted # is what is warned of', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-env-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.writeFileSync(path.join(folder, 'env'), 'A=x#y\nB="x#y"\nC=#z\nD=x # y\n');
  const before = { ...process.env };
  process.loadEnvFile(path.join(folder, 'env'));
  const { A, B, C, D } = process.env;
  process.env = before;
  expect([A, B, C, D]).toEqual(['x', 'x#y', '', 'x']);
});

test('npm is the one that runs us, else the one beside Node, else the one of that name', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-npm-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const place = (file: string) => {
    const whole = path.join(folder, file);
    fs.mkdirSync(path.dirname(whole), { recursive: true });
    fs.writeFileSync(whole, '');
    return whole;
  };
  const node = path.join(folder, 'bin/node');
  expect(npmCommand(node, {})).toEqual({ program: 'npm', args: [] });
  const posix = place('lib/node_modules/npm/bin/npm-cli.js');
  expect(npmCommand(node, {})).toEqual({ program: node, args: [posix] });
  const windows = place('bin/node_modules/npm/bin/npm-cli.js');
  expect(npmCommand(node, {})).toEqual({ program: node, args: [windows] });
  const own = place('elsewhere/npm-cli.js');
  expect(npmCommand(node, { npm_execpath: own })).toEqual({ program: node, args: [own] });
  for (const other of [place('elsewhere/pnpm.cjs'), '/no/such/npm-cli.js'])
    expect(npmCommand(node, { npm_execpath: other })).toEqual({ program: node, args: [windows] });
});

test('a .env whose value is cut ends the start with one sentence', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-cut-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.writeFileSync(path.join(folder, '.env'), 'DATABASE_URL=postgres://u:p#Zx9@localhost/db\n');
  for (const script of ['start', 'worker', 'dev']) {
    const { code, lines } = await runToEnd([path.resolve(`scripts/${script}.mjs`)], {}, { cwd: folder });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'Patchboard can not start. In .env, line 1, the value of DATABASE_URL is cut at its #, which begins a comment there. Put the whole value in quotes: DATABASE_URL="…"',
    ]);
  }
});

test('an npm that can not be started is told with its cause', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-npm-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.mkdirSync(path.join(folder, 'bin'));
  // A Node with nothing beside it, and no npm on the PATH.
  fs.copyFileSync(process.execPath, path.join(folder, 'bin/node'));
  fs.writeFileSync(path.join(folder, 'package-lock.json'), '{}');
  const { code, lines } = await runToEnd(
    [path.resolve('scripts/start.mjs')],
    { PATH: folder, npm_execpath: undefined },
    { cwd: folder, program: path.join(folder, 'bin/node') },
  );
  expect(code).toBe(1);
  expect(lines.join('\n')).toContain('npm could not be started: spawn npm ENOENT');
  expect(lines.at(-1)).toContain('The dependencies could not be installed; the cause is above.');
});
