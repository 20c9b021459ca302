import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import type { OpenDatabase } from '#lib/db/database.ts';
import { openEmbedded } from '#lib/db/embedded.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import { printTable, quantile, rounded } from '#scripts/bench/figures.ts';

// npm run bench:statement -- [--runs 2000] [--rows 5000]: what one statement costs its caller, and how long a timer of 5 ms is
// late while a hundred statements run one after another, on the embedded database and on PostgreSQL. In one process, with
// every commit synced.

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, rows: { type: 'string', default: '5000' } },
});
const runs = Number(values.runs);
const rows = Number(values.rows);

/** The milliseconds that each of several runs took, the first tenth left out. */
async function timesOf(count: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedMs = performance.now();
    await run(index);
    times.push(performance.now() - startedMs);
  }
  return times.slice(Math.floor(count / 10));
}

/** How late a timer of 5 ms is at the most while `work` runs, in ms. */
async function latestTimer(work: () => Promise<unknown>): Promise<number> {
  const everyMs = 5;
  let lastMs = performance.now();
  let latestMs = 0;
  const look = () => {
    latestMs = Math.max(latestMs, performance.now() - lastMs - everyMs);
    lastMs = performance.now();
  };
  const timer = setInterval(look, everyMs);
  await work();
  look();
  clearInterval(timer);
  return latestMs;
}

type Figures = Record<string, string>;

async function measure({ db, close }: OpenDatabase): Promise<Figures> {
  try {
    await seedHistory(db, { rows, until: new Date() });
    const { rows: known } = await db.execute<{ id: string }>(
      sql`select id from bindings order by md5(id) limit 500`,
    );
    const idOf = (index: number) => known[index % known.length]?.id ?? '';
    const spreadOf = (times: number[]) =>
      [0.5, 0.95, 0.99].map((share) => rounded(quantile(times, share), 2)).join('; ');
    const select = await timesOf(runs, (index) =>
      db.execute(sql`select * from bindings where id = ${idOf(index)}`),
    );
    const update = await timesOf(runs, (index) =>
      db.execute(sql`
        insert into pace (key_hash, last_slot_at) values (${`bench ${index % 50}`}, now())
        on conflict (key_hash) do update set last_slot_at = excluded.last_slot_at`),
    );
    const transaction = await timesOf(Math.ceil(runs / 4), (index) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select id from bindings where id = ${idOf(index)}`);
        await tx.execute(sql`update pace set last_slot_at = now() where key_hash = ${`bench ${index % 50}`}`);
      }),
    );
    const wide = await timesOf(50, () => db.execute(sql`select * from bindings order by id limit 500`));
    const late = await latestTimer(async () => {
      for (let statement = 0; statement < 100; statement += 1)
        await db.execute(sql`select id, created_at from bindings order by id limit 500`);
    });
    const lateInside = await latestTimer(() =>
      db.transaction(async (tx) => {
        for (let statement = 0; statement < 100; statement += 1)
          await tx.execute(sql`select id, created_at from bindings order by id limit 500`);
      }),
    );
    return {
      'a row by its id, p50; p95; p99 ms': spreadOf(select),
      'one row written and committed, p50; p95; p99 ms': spreadOf(update),
      'a transaction of two statements, p50; p95; p99 ms': spreadOf(transaction),
      '500 whole rows, p50; p95; p99 ms': spreadOf(wide),
      'a timer of 5 ms is late by, while 100 statements run, ms': rounded(late),
      'the same inside one transaction, ms': rounded(lateInside),
      'resident memory of this process afterwards, MiB': rounded(process.memoryUsage().rss / 2 ** 20, 0),
    };
  } finally {
    await close();
  }
}

async function measureEmbedded(): Promise<Figures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'patchboard-bench-statement-'));
  try {
    return await measure(await openEmbedded(dataDir, () => {}));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const cluster = startCluster();
let postgres: Figures = {};
try {
  if (cluster) postgres = await measure(await openPostgres(cluster.url, () => {}));
} finally {
  cluster?.stop();
}
const embedded = await measureEmbedded();
printTable(
  [`${rows} rows of history, ${runs} runs`, 'embedded', 'PostgreSQL'],
  Object.entries(embedded).map(([name, figure]) => [name, figure, postgres[name] ?? '']),
);
console.log(`load of the machine ${rounded(loadavg()[0] ?? Number.NaN)}`);
