import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareTextIn } from '#lib/testing/bare-text.ts';

// The rules of direction of docs/architecture.md, kept by a machine. Each message says what to do instead.

const ranks: Record<string, number> = {
  domain: 0,
  i18n: 0,
  'main-paths': 0,
  server: 1,
  paths: 1,
  db: 2,
  tencent: 2,
  simulator: 2,
  auth: 3,
  events: 4,
  entry: 5,
  people: 6,
  bindings: 6,
  connection: 6,
  preferences: 6,
  setback: 6,
  numbers: 7,
  bulk: 8,
  exports: 7,
  overview: 7,
  views: 7,
  sending: 9,
  commands: 9,
  boot: 10,
};

type Source = { file: string; text: string; imports: string[]; serverOnly: boolean };

const importPattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

const sources: Source[] = ['app', 'components', 'lib', 'e2e']
  .flatMap(read)
  .concat(['proxy.ts', 'instrumentation.ts', 'server.ts'].map(load));
/** Tests and what only they use: `x.test.ts`, `test-x.ts`. */
const isTest = (file: string): boolean => /\.test\.tsx?$|\/test-[^/]+$/.test(file);
const product = sources.filter(({ file }) => !isTest(file) && !file.startsWith('e2e/'));

function read(root: string): Source[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => load(join(entry.parentPath, entry.name)));
}

function load(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(importPattern)].map((match) => match[1] ?? '');
  return { file, text, imports, serverOnly: /^import 'server-only';/m.test(text) };
}

const room = (path: string): string => path.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';
const own = (source: Source) =>
  source.imports.filter((name) => name.startsWith('#')).map((name) => name.slice(1));

const complain = (pick: (source: Source) => string[]) => product.flatMap((source) => pick(source));

test('imports name the file with its ending through # paths, never relative ones', () => {
  const wrong = complain(({ file, imports }) =>
    imports
      .filter((name) => name.startsWith('.') || (name.startsWith('#') && !/\.(ts|tsx|css|json)$/.test(name)))
      .filter((name) => name !== './globals.css')
      .map((name) => `${file} imports ${name}: write it as '#lib/…/file.ts'`),
  );
  expect(wrong).toEqual([]);
});

test('app -> components -> lib, never back', () => {
  const wrong = complain((source) =>
    own(source)
      .filter(
        (path) =>
          (source.file.startsWith('components/') && path.startsWith('app/')) ||
          (source.file.startsWith('lib/') && /^(app|components)\//.test(path)),
      )
      .map((path) => `${source.file} imports ${path}: move what both need down into lib`),
  );
  expect(wrong).toEqual([]);
});

test('inside lib a room imports only rooms below it, and equal rooms do not know each other', () => {
  const wrong = complain((source) => {
    if (!source.file.startsWith('lib/')) return [];
    const from = room(source.file);
    return own(source)
      .filter((path) => path.startsWith('lib/') && room(path) !== from)
      .filter((path) => (ranks[from] ?? -1) <= (ranks[room(path)] ?? 99))
      .map((path) => `${source.file} imports ${path}: pass it in, or move the shared idea to a lower room`);
  });
  expect(wrong).toEqual([]);
});

test('every room of lib has a rank', () => {
  const rooms = new Set(product.filter(({ file }) => file.startsWith('lib/')).map(({ file }) => room(file)));
  expect([...rooms].filter((name) => !(name in ranks))).toEqual([]);
});

const forComponents =
  /^lib\/(domain\/[^/]+|i18n\/[^/]+|(main-)?paths|server\/clock|entry\/(query-client|call-action|reading-wait)|auth\/(permissions|viewer)|[^/]+\/(schema|view|cache|actions|search-params)(-[a-z]+)?)\.ts$/;

test('components reach lib only through schemas, views, caches and actions', () => {
  const wrong = complain((source) =>
    source.file.startsWith('components/')
      ? own(source)
          .filter((path) => path.startsWith('lib/') && !forComponents.test(path))
          .map((path) => `${source.file} imports ${path}: let a page or a route hand the data over`)
      : [],
  );
  expect(wrong).toEqual([]);
});

test('app imports services, never the database, the provider or a store', () => {
  const wrong = complain((source) =>
    source.file.startsWith('app/') && source.file !== 'app/api/health/route.ts'
      ? own(source)
          .filter((path) => /^lib\/(db|tencent|simulator)\/|\/store[^/]*\.ts$/.test(path))
          .map((path) => `${source.file} imports ${path}: ask a service`)
      : [],
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['process.env', /\bprocess\.env\b/, ['lib/server/env.ts', 'instrumentation.ts', 'server.ts']],
  ['the wall clock', /\bDate\.now\(|\bnew Date\(\s*\)/, ['lib/clock.ts']],
  [
    'the network',
    /\bfetch\(|^import (?!type )[^;]*from 'node:(https?|net|tls|dns|http2|dgram)'/m,
    [
      'lib/tencent/client.ts',
      'lib/client/fetch-json.ts',
      'lib/entry/explain-silence.ts',
      'lib/server/control-socket.ts',
    ],
  ],
])('%s is touched in one place alone', (_what, pattern, allowed) => {
  const wrong = product
    .filter(({ file }) => file.startsWith('lib/') && !file.startsWith('lib/simulator/'))
    .filter(
      ({ file, text }) =>
        !allowed.includes(file) && pattern.test(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')),
    )
    .map(({ file }) => `${file}: take it from ${allowed[0]}`);
  expect(wrong).toEqual([]);
});

test('the wells are poisoned for the browser', () => {
  const wells = product.filter(
    ({ file }) =>
      /^lib\/(server\/(env|log)|db\/client|tencent\/gateway)\.ts$/.test(file) ||
      (/^lib\/[^/]+\/(service|store[^/]*)\.ts$/.test(file) && !file.startsWith('lib/simulator/')),
  );
  expect(wells.length).toBeGreaterThan(5);
  expect(
    wells
      .filter(({ serverOnly }) => !serverOnly)
      .map(({ file }) => `${file}: begin with import 'server-only'`),
  ).toEqual([]);
});

test('no file is over 250 lines and the median is at most 60', () => {
  const lengths = product.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
});

test('no text stands beside other parts of its element, where a translated page would break', () => {
  const drawn = product.filter(({ file }) => file.endsWith('.tsx'));
  expect(drawn.length).toBeGreaterThan(200);
  expect(drawn.flatMap(({ file, text }) => bareTextIn(file, text))).toEqual([]);
});

test('parts that load on demand survive that they do not arrive', () => {
  const wrong = complain(({ file, text }) =>
    /\blazy\(/.test(text) && !/^components\/ui\/lazy-(with-retry|or-nothing)\.tsx?$/.test(file)
      ? [`${file}: use lazyWithRetry of components/ui/lazy-with-retry.tsx`]
      : [],
  );
  expect(wrong).toEqual([]);
});

test('no drawer without a name', () => {
  const nameless = product.filter(({ file }) =>
    /\/(utils?|helpers?|common|misc|types|index)(\.tsx?|\/)/.test(file),
  );
  expect(nameless.map(({ file }) => `${file}: name it after its idea`)).toEqual([]);
});
