import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OpenDatabase } from '#lib/db/database.ts';
import { openEmbedded } from '#lib/db/embedded.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { apps, type Console, serve } from '#lib/testing/console.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import { printTable, quantile, rounded } from '#scripts/bench/figures.ts';
import { layYear, signPeopleIn } from '#scripts/bench/load-ground.ts';
import { bindAlong, readAlong, watch } from '#scripts/bench/load-people.ts';
import { type Heard, isError, statusesOf, tally } from '#scripts/bench/load-tally.ts';
import type { Known } from '#scripts/bench/load-walk.ts';
import { cpuSeconds } from '#scripts/bench/process-cost.ts';

// npm run bench:load -- [--minutes 10] [--readers 200] [--embedded-readers 40] [--watching 10] [--rows 50000]: support
// people who read and think for five seconds, beside an admin who binds a number every five, over HTTP against a console
// of its own process: on PostgreSQL, then embedded; 0 readers leave one out. The production build has to be there. Pages
// count without their scripts, which a browser has kept. --watching is how many readers in a hundred leave the newest
// page of history open, which asks again every second; the others go on before it does. Readers come one by one over the
// first minute, or a quarter of the time if that is shorter, and everything from the first request on counts.

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    readers: { type: 'string', default: '200' },
    'embedded-readers': { type: 'string', default: '40' },
    watching: { type: 'string', default: '10' },
    rows: { type: 'string', default: '50000' },
  },
});
const minutes = Math.min(60, Number(values.minutes));
const rows = Number(values.rows);
const most = 1_000;
const longestReadMs = 400;

async function run(running: Console, known: Known[], readers: number): Promise<void> {
  const { origin } = running;
  const cookies = await signPeopleIn(origin);
  const heard: Heard[] = [];
  const complaints: string[] = [];
  const note = (each: Heard, more = '') => {
    heard.push(each);
    if (isError(each) && complaints.length < 5) complaints.push(`${each.kind}, ${each.status}: ${more}`);
  };
  const over = AbortSignal.timeout(minutes * 60_000);
  const arrivalMs = Math.min(60_000, minutes * 15_000);
  const visit = (cookie: string) => ({ origin, cookie, arrivalMs, over, note });
  const pid = running.process.pid ?? 0;
  const [consoleBefore, ownBefore, startedMs] = [cpuSeconds(pid), process.cpuUsage(), performance.now()];
  const people = Array.from({ length: readers }, (_, index) => {
    const as = visit(cookies.support[index % cookies.support.length] ?? '');
    const watches = (index * Number(values.watching)) % 100 < Number(values.watching);
    return watches ? watch(as, index) : readAlong(as, known, index);
  });
  await Promise.all([...people, bindAlong(visit(cookies.admin))]);
  const seconds = (performance.now() - startedMs) / 1000;
  const own = process.cpuUsage(ownBefore);

  const reads = heard.filter(({ kind }) => kind !== 'bind');
  const binds = heard.filter(({ kind }) => kind === 'bind');
  printTable(
    ['ms', 'requests', 'errors', 'p50', 'p95', 'p99'],
    [...tally(reads), ...tally(binds).slice(0, -1)],
  );
  const p99 = quantile(
    reads.map(({ ms }) => ms),
    0.99,
  );
  const errors = heard.filter(isError).length;
  console.log(`aim: 0 errors, p99 of reads <= ${longestReadMs} ms: ${errors}; ${rounded(p99, 0)} ms`);
  console.log(`answers ${statusesOf(heard)}; ${rounded(heard.length / seconds)} a second`);
  const share = (computed: number) => rounded((computed / seconds) * 100, 0);
  console.log(
    `CPU: console ${share(cpuSeconds(pid) - consoleBefore)} % of a core, readers ${share((own.user + own.system) / 1e6)} %; load of the machine ${rounded(loadavg()[0] ?? Number.NaN)}`,
  );
  if (complaints.length > 0) console.log(complaints.join('\n'));
}

async function measure(title: string, readers: number, databaseUrl: string | null): Promise<void> {
  if (readers === 0) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'patchboard-bench-load-'));
  const open = (): Promise<OpenDatabase> =>
    databaseUrl === null ? openEmbedded(dataDir, () => {}) : openPostgres(databaseUrl, () => {});
  try {
    const database = await open();
    const known = await layYear(database, rows).finally(database.close);
    const env = { DATABASE_URL: databaseUrl ?? undefined, CCC_SDK_APPS: `${apps},1400000002=Claims` };
    const running = await serve({ dataDir, env });
    try {
      console.log(`\n${title}: ${readers} readers, ${minutes} min, ${rows.toLocaleString('en')} rows`);
      await run(running, known, readers);
    } finally {
      await running.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const cluster = Number(values.readers) > 0 ? startCluster() : null;
try {
  if (cluster) await measure('PostgreSQL', Math.min(most, Number(values.readers)), cluster.url);
} finally {
  cluster?.stop();
}
await measure('embedded', Math.min(most, Number(values['embedded-readers'])), null);
