import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { admit, signInCookie } from '#e2e/attack/visitors.ts';
import { openEmbedded } from '#lib/db/embedded.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { paths } from '#lib/paths.ts';
import { serve } from '#lib/testing/console.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import { printTable, rounded } from '#scripts/bench/figures.ts';
import { type Bench, cases } from '#scripts/bench/loop-cases.ts';
import { type Waits, waitsDuring } from '#scripts/bench/loop-probe.ts';
import { type Seeded, seedForLoop } from '#scripts/bench/loop-seed.ts';

// npm run bench:loop -- [--only embedded|postgres]: the longest time a static file waits, and a page of history, while long
// work runs in a console of its own process, on the embedded database and on PostgreSQL. The production build has to be
// there. See docs/decisions/loop-turns.md.

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const goalMs = 250;

type Measured = { title: string; seconds: number; file: Waits; read: Waits };

/** Any file of the build: it is sent without a look at the database. */
function staticFile(): string {
  const name = readdirSync('.next/static/chunks').find((each) => each.endsWith('.js'));
  if (!name) throw new Error('The build has no scripts: run npm run build.');
  return `/_next/static/chunks/${name}`;
}

async function measure(bench: Bench): Promise<Measured[]> {
  const file = { url: `${bench.origin}${staticFile()}`, cookie: '', everyMs: 5 };
  const read = { url: `${bench.origin}${paths.api.bindings}`, cookie: bench.admin, everyMs: 50 };
  const measured: Measured[] = [];
  for (const { title, work } of cases) {
    let seconds = 0;
    const [fileWaits, readWaits] = await waitsDuring([file, read], async () => {
      const startedMs = performance.now();
      await work(bench);
      seconds = (performance.now() - startedMs) / 1000;
    });
    if (fileWaits && readWaits) measured.push({ title, seconds, file: fileWaits, read: readWaits });
    console.error(`${title}: ${rounded(seconds)} s`);
  }
  return measured;
}

async function measureOn(databaseUrl: string | null): Promise<Measured[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'patchboard-bench-loop-'));
  try {
    const open = await (databaseUrl === null
      ? openEmbedded(dataDir, () => {})
      : openPostgres(databaseUrl, () => {}));
    const seeded: Seeded = await seedForLoop(open.db).finally(open.close);
    const running = await serve({ dataDir, env: { DATABASE_URL: databaseUrl ?? undefined } });
    try {
      const { origin } = running;
      const admin = await signInCookie(origin);
      const people: string[] = [];
      for (const n of [1, 2, 3]) {
        const person = { name: `Reader ${n}`, email: `reader${n}@example.net`, role: 'support' as const };
        people.push((await admit(origin, admin, person)).cookie);
      }
      return await measure({ origin, seeded, admin, people });
    } finally {
      await running.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const embedded = values.only === 'postgres' ? [] : await measureOn(null);
const cluster = values.only === 'embedded' ? null : startCluster();
const postgres = cluster ? await measureOn(cluster.url).finally(cluster.stop) : [];

const cells = (found: Measured | undefined) =>
  found
    ? [
        rounded(found.file.longestMs, 0),
        rounded(found.file.medianMs, 0),
        rounded(found.read.longestMs, 0),
        rounded(found.seconds),
      ]
    : ['', '', '', ''];
const heads = (name: string) =>
  ['file, longest ms', 'median', 'read, longest ms', 'work, s'].map((head) => `${name}: ${head}`);
printTable(
  ['while', ...heads('embedded'), ...heads('PostgreSQL')],
  cases.map(({ title }) => {
    const of = (all: Measured[]) => cells(all.find((each) => each.title === title));
    return [title, ...of(embedded), ...of(postgres)];
  }),
);
const worst = Math.max(...embedded.map(({ file }) => file.longestMs));
console.log(
  `goal on the embedded database: a file waits at most ${goalMs} ms; it waited ${rounded(worst, 0)} ms`,
);
console.log(`load of the machine ${rounded(loadavg()[0] ?? Number.NaN)}`);
