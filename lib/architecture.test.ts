import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareTextIn } from '#lib/testing/bare-text.ts';

// The rules of direction of docs/architecture.md, kept by a machine. Each message says what to do instead.

const rankOf = (rows: readonly (readonly string[])[]): Record<string, number> =>
  Object.fromEntries(rows.flatMap((rooms, rank) => rooms.map((name) => [name, rank])));

/** A room imports rooms of the lines above its own. Rooms of one line do not import each other. */
const libRanks: Record<string, number> = rankOf([
  ['domain', 'i18n', 'main-paths'],
  ['clock', 'moved-paths', 'paths'],
  ['server'],
  ['client', 'db', 'tencent', 'simulator'],
  ['auth'],
  ['audit-log'],
  ['entry'],
  ['bindings', 'connection', 'people', 'preferences', 'rate-limit', 'safe-mode'],
  ['delivery'],
  ['bind-number', 'numbers', 'timeline'],
  ['batches', 'history'],
  ['exports', 'overview', 'views'],
  ['background', 'commands'],
  ['boot'],
]);

/** The same for component rooms. */
const componentRanks: Record<string, number> = rankOf([
  ['ui'],
  ['form', 'providers', 'data-table', 'binding'],
  ['review', 'views', 'chart', 'connection', 'people', 'shell', 'account'],
  ['history', 'timeline', 'sign-in'],
  ['batches', 'overview', 'audit-log'],
  ['bind-form', 'numbers'],
]);

type Source = { file: string; text: string; imports: string[]; serverOnly: boolean };

const importPattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

const sources: Source[] = ['app', 'components', 'lib', 'e2e']
  .flatMap(read)
  .concat(['proxy.ts', 'instrumentation.ts', 'server.ts'].map(load));
/** Tests and what only they use: `x.test.ts`, and everything of lib/testing. */
const isTest = (file: string): boolean => /\.test\.tsx?$|^lib\/testing\//.test(file);
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

test.each([
  ['lib', libRanks],
  ['components', componentRanks],
])('inside %s a room imports only rooms below it', (tree, ranks) => {
  const inTree = product.filter(({ file }) => file.startsWith(`${tree}/`));
  expect([...new Set(inTree.map(({ file }) => room(file)))].filter((name) => !(name in ranks))).toEqual([]);
  const wrong = inTree.flatMap((source) => {
    const from = room(source.file);
    return own(source)
      .filter((path) => path.startsWith(`${tree}/`) && room(path) !== from)
      .filter((path) => (ranks[from] ?? -1) <= (ranks[room(path)] ?? 99))
      .map((path) => `${source.file} imports ${path}: pass it in, or move the shared idea to a lower room`);
  });
  expect(wrong).toEqual([]);
});

test('product files do not import lib/testing, and helpers of tests stand nowhere else', () => {
  const wrong = complain((source) =>
    own(source)
      .filter((path) => path.startsWith('lib/testing/'))
      .map((path) => `${source.file} imports ${path}`),
  );
  const scattered = ['app', 'components', 'lib', 'scripts', 'e2e']
    .flatMap(read)
    .filter(({ file }) => /\/test-[^/]+\.tsx?$/.test(file))
    .map(({ file }) => `${file}: move it into lib/testing`);
  expect([...wrong, ...scattered]).toEqual([]);
});

/** The bundler lets server actions through to the browser as calls; everything else with `server-only` is refused. */
const isAction = ({ text }: Source): boolean => /^'use server';/m.test(text);

test('components import nothing that leads to a server-only file, except actions', () => {
  const byFile = new Map(product.map((source) => [source.file, source]));
  const typeOnly = /import type [^;]*from '(#[^']+)'/g;
  const reached = new Map<string, string | null>();
  const findWall = (file: string): string | null => {
    const known = reached.get(file);
    if (known !== undefined) return known;
    reached.set(file, null);
    const source = byFile.get(file);
    if (!source || isAction(source)) return null;
    const types = new Set([...source.text.matchAll(typeOnly)].map((match) => match[1]?.slice(1)));
    const wall = source.serverOnly
      ? file
      : (own(source)
          .filter((path) => !types.has(path))
          .map(findWall)
          .find((found) => found !== null) ?? null);
    reached.set(file, wall);
    return wall;
  };
  const wrong = product
    .filter(({ file }) => file.startsWith('components/'))
    .flatMap(({ file }) => (findWall(file) === null ? [] : [`${file} leads to ${findWall(file)}`]));
  expect(wrong).toEqual([]);
});

test('no flat folder holds more than 45 files, tests and migrations apart', () => {
  const counts = Map.groupBy(product, ({ file }) => file.slice(0, file.lastIndexOf('/')));
  const large = [...counts]
    .filter(([, files]) => files.length > 45)
    .map(([folder, { length }]) => [folder, length]);
  expect(large).toEqual([]);
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
      'lib/client/explain-silence.ts',
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

test('server-only modules cannot reach the browser', () => {
  const serverModules = product.filter(
    ({ file }) =>
      /^lib\/(server\/(env|log)|db\/client|tencent\/gateway)\.ts$/.test(file) ||
      (/^lib\/[^/]+\/(service|store[^/]*)\.ts$/.test(file) && !file.startsWith('lib/simulator/')),
  );
  expect(serverModules.length).toBeGreaterThan(5);
  expect(
    serverModules
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
    /\blazy\(/.test(text) && !/^components\/ui\/lazy\/lazy-(with-retry|or-nothing)\.tsx?$/.test(file)
      ? [`${file}: use lazyWithRetry of components/ui/lazy/lazy-with-retry.tsx`]
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

/** Private words of earlier versions, with the field's term. A file of such a name would need a glossary. */
const oddNames: Record<string, string> = {
  beats: 'heartbeat',
  bell: 'wake-runner',
  bulk: 'batches',
  carrier: 'session-handoff',
  complaints: 'console-errors',
  desk: 'workspace',
  entrance: 'account-setup',
  events: 'audit-log',
  eyes: 'visibility',
  glance: 'request-summary',
  horizon: 'late-arrival-window',
  lateness: 'late-arrival',
  lay: 'seed',
  pen: 'held-requests',
  poke: 'wake-runner',
  records: 'audit-log',
  sight: 'visible-rows',
  stretch: 'row-range',
  told: 'client-record',
  wish: 'intent',
};
/** Tables of the database keep their names. */
const keepsItsName = /^lib\/db\/(schema|migrations)\//;

test('no file or room is named by a private word', () => {
  const files = ['app', 'components', 'lib', 'e2e', 'scripts'].flatMap(read).map(({ file }) => file);
  const wrong = files
    .filter((file) => !keepsItsName.test(file))
    .flatMap((file) => {
      const words = file.split(/[/.-]/);
      return Object.entries(oddNames)
        .filter(([odd]) => words.includes(odd))
        .map(([odd, term]) => `${file}: say ${term} for ${odd}`);
    });
  expect(wrong).toEqual([]);
});

test('every requirement that code or docs cite is defined', () => {
  const defined = new Set(
    [...readFileSync('docs/requirements.md', 'utf8').matchAll(/^\| (\d+) \|/gm)].map((match) => match[1]),
  );
  expect(defined.size).toBeGreaterThan(20);
  const cited = ['app', 'components', 'lib', 'e2e', 'scripts']
    .flatMap(read)
    .flatMap(({ file, text }) => [
      ...[...text.matchAll(/\b[Ff]aults? (\d+)\b/g)]
        .filter((match) => !defined.has(match[1] ?? ''))
        .map((match) => `${file} cites ${match[0]}: define it in docs/requirements.md`),
      ...[...text.matchAll(/\([FH]\d{1,2}\)|\b[Tt]hreat \d+\b/g)].map(
        (match) => `${file} cites ${match[0]}, which nothing in this repository defines`,
      ),
    ]);
  expect(cited).toEqual([]);
});
