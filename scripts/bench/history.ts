import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { OpenDatabase } from '#lib/db/database.ts';
import { openEmbedded } from '#lib/db/embedded.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { bindings } from '#lib/db/schema.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import { printTable, rounded, spread } from '#scripts/bench/figures.ts';
import { otherCases } from '#scripts/bench/history-others.ts';
import { seqScansOf } from '#scripts/bench/history-plans.ts';
import { type CaseResult, makeCases, p50, p95, runCase, runOther } from '#scripts/bench/history-run.ts';

// npm run bench:history -- [--postgres 100000,1000000] [--embedded 100000,1000000] [--times 20]: what a page of history
// and its count take in the server, for each filter, order and kind of search term, and export, board and timeline,
// beside SQL written by hand on the same rows in the same run. Ten million rows on request: --postgres 1000000,10000000 takes half an hour and 25 GB.
// --at <URL> [--at-rows 10000000] does it, as the last of all, in a PostgreSQL database of one's own, which is filled the first time and kept.

const { values } = parseArgs({
  options: {
    postgres: { type: 'string', default: '100000,1000000' },
    embedded: { type: 'string', default: '100000,1000000' },
    times: { type: 'string', default: '20' },
    at: { type: 'string' },
    'at-rows': { type: 'string', default: '10000000' },
  },
});
const sizes = (list: string) => list.split(',').filter(Boolean).map(Number);
const times = Number(values.times);
const until = new Date('2026-11-25T00:00:00Z');
const complaints: string[] = [];
const complain = (text: string) => void complaints.push(text);

const ratio = (ours: readonly number[], theirs: readonly number[]) => p50(ours) / p50(theirs);

function report(title: string, results: readonly CaseResult[]): void {
  console.log(`\n${title}, ms`);
  printTable(
    ['', 'page p50', 'p95', 'by hand p50', 'p95', 'ratio', 'count p50', 'p95', 'by hand p50', 'p95'],
    results.map(({ name, page, count }) => [
      name,
      ...spread(page.ours),
      ...spread(page.byHand),
      rounded(ratio(page.ours, page.byHand), 2),
      ...(count ? [...spread(count.ours), ...spread(count.byHand)] : ['', '', '', '']),
    ]),
  );
}

/** What a look nearby and the query builder may take beside the statement itself, in ms. */
const aroundMs = 5;

/** The aims of the issue; terms too short for an index are only reported. */
function judge(title: string, results: readonly CaseResult[], longestMs: number | null): void {
  for (const { name, page, count, unindexed, streamed } of results) {
    if (unindexed) continue;
    for (const [what, figures] of Object.entries({ page, count })) {
      if (!figures) continue;
      const { ours, byHand } = figures;
      if (p50(ours) > 1.5 * p50(byHand) + aroundMs)
        complain(`${title}: ${what} of “${name}” takes ${rounded(ratio(ours, byHand), 2)} times the SQL`);
      if (longestMs !== null && !streamed && p95(ours) > longestMs)
        complain(`${title}: ${what} of “${name}” has p95 ${rounded(p95(ours))} ms`);
    }
  }
  const [first, far] = results;
  if (first && far && p50(far.page.ours) > 1.2 * p50(first.page.ours))
    complain(`${title}: ${far.name} takes ${rounded(ratio(far.page.ours, first.page.ours), 2)} times page 1`);
}

async function fill(
  open: OpenDatabase,
  rows: number,
  seeding: Pick<Parameters<typeof seedHistory>[1], 'runLong'> = {},
): Promise<void> {
  const started = performance.now();
  await seedHistory(open.db, { rows, until, ...seeding });
  console.log(
    `\n${rows.toLocaleString('en')} rows made in ${Math.round((performance.now() - started) / 1000)} s`,
  );
}

async function measure(open: OpenDatabase, rows: number): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const each of await makeCases(open.db, rows)) results.push(await runCase(open.db, each, times));
  for (const each of await otherCases(open.db)) results.push(await runOther(each, times));
  return results;
}

async function assertPlans(url: string, open: OpenDatabase, rows: number): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  try {
    for (const each of await makeCases(open.db, rows))
      if (!each.unindexed)
        for (const text of await seqScansOf(pool, each)) complain(`whole table read by ${text}`);
  } finally {
    await pool.end();
  }
}

/** Without the limit that the console's own statements have. */
const runLongAt = (url: string) => async (statement: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

let smaller: CaseResult[] = [];

/** Measures a PostgreSQL database, and fills it first where it is empty. */
async function measurePostgres(url: string, wanted: number): Promise<void> {
  const open = await openPostgres(url, () => {});
  try {
    if ((await open.db.$count(bindings)) === 0) await fill(open, wanted, { runLong: runLongAt(url) });
    const rows = await open.db.$count(bindings);
    const title = `PostgreSQL, ${rows.toLocaleString('en')} rows`;
    const results = await measure(open, rows);
    report(title, results);
    judge(title, results, rows <= 1_000_000 ? 50 : null);
    if (rows >= 1_000_000) await assertPlans(url, open, rows);
    if (rows > 1_000_000) judgeGrowth(title, results);
    smaller = results;
  } finally {
    await open.close();
  }
}

async function onPostgres(): Promise<void> {
  for (const rows of sizes(values.postgres)) {
    const cluster = startCluster();
    if (!cluster) return;
    await measurePostgres(cluster.url, rows).finally(cluster.stop);
  }
  if (values.at !== undefined) await measurePostgres(values.at, Number(values['at-rows']));
}

function judgeGrowth(title: string, results: readonly CaseResult[]): void {
  for (const [index, before] of smaller.entries()) {
    const now = results[index];
    if (now && !now.unindexed && p50(now.page.ours) > 1.3 * p50(before.page.ours) && p50(now.page.ours) > 5)
      complain(
        `${title}: page of “${now.name}” takes ${rounded(ratio(now.page.ours, before.page.ours), 2)} times as long`,
      );
  }
}

async function embedded(): Promise<void> {
  for (const rows of sizes(values.embedded)) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-bench-history-'));
    const open = await openEmbedded(folder, () => {});
    const title = `embedded, ${rows.toLocaleString('en')} rows`;
    try {
      await fill(open, rows);
      const results = await measure(open, rows);
      report(title, results);
      judge(title, results, null);
    } finally {
      await open.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

await onPostgres();
await embedded();
console.log(complaints.length === 0 ? '\nEvery aim is met.' : `\nNot met:\n${complaints.join('\n')}`);
