import { spawnSync } from 'node:child_process';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { callAction, returnedBy } from '#e2e/attack/call.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import { fillHistory } from '#scripts/bench/export-rows.ts';
import { printTable, rounded } from '#scripts/bench/figures.ts';
import { addedMemory, cpuSeconds } from '#scripts/bench/process-cost.ts';
import { signIn } from '#scripts/campaign/action-client.ts';

// npm run bench:export -- [--rows 1000000]: exports that many rows from a running console on PostgreSQL, and prints how
// long it took and what it added to the console's memory, beside a process that reads all rows first. The production
// build has to be there.

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const rowCount = Number(values.rows);

type Fetched = { bytes: number; lines: number };
type Wish = { search?: object; format?: 'csv' | 'jsonl'; restAfterBytes?: number; leaveAfterBytes?: number };

/** Asks for an export as the dialog does, and reads it to its end; with a rest on the way, as a slow line would. */
async function fetchExport(running: Console, cookie: string, wish: Wish): Promise<Fetched> {
  const { search = {}, format = 'csv' } = wish;
  const { restAfterBytes = Number.POSITIVE_INFINITY, leaveAfterBytes = Number.POSITIVE_INFINITY } = wish;
  const input = { search, format, zone: 'Asia/Shanghai' };
  const { id } = returnedBy<{ id: string }>(
    await callAction(running.origin, 'startExport', [input], { cookie }),
  );
  const { promise, resolve, reject } = Promise.withResolvers<Fetched>();
  get(`${running.origin}/api/exports/${id}`, { headers: { cookie } }, async (response) => {
    const fetched = { bytes: 0, lines: 0 };
    let rested = false;
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        fetched.bytes += chunk.length;
        for (const byte of chunk) if (byte === 10) fetched.lines += 1;
        if (fetched.bytes > leaveAfterBytes) break;
        if (!rested && fetched.bytes > restAfterBytes) {
          rested = true;
          await pause(5_000);
        }
      }
      resolve(fetched);
    } catch (error) {
      reject(error);
    }
  }).on('error', reject);
  return promise;
}

const rows: string[][] = [];
let afterLeaving = '';
const note = (name: string, figures: { seconds: number; bytes: number; addedMiB: number }) =>
  rows.push([
    name,
    rounded(figures.seconds),
    rounded(rowCount / figures.seconds, 0),
    rounded(figures.bytes / 2 ** 20, 0),
    rounded(figures.addedMiB),
  ]);

async function measureConsole(url: string): Promise<void> {
  const running = await serve({ env: { DATABASE_URL: url } });
  const pid = running.process.pid ?? 0;
  try {
    const cookie = await signIn(running.origin, admin);
    const recent = new Date(Date.now() - 3 * 86_400_000).toISOString();
    for (const format of ['csv', 'jsonl'] as const)
      await fetchExport(running, cookie, { search: { from: recent }, format });
    const wishes: [string, Wish][] = [
      ['CSV', {}],
      ['JSON lines', { format: 'jsonl' }],
      ['CSV, reader rests 5 s', { restAfterBytes: 10_000_000 }],
    ];
    for (const [name, wish] of wishes) {
      const startedMs = performance.now();
      const { value, addedMiB } = await addedMemory(pid, () => fetchExport(running, cookie, wish));
      if (value.lines !== rowCount + (wish.format === 'jsonl' ? 0 : 1))
        throw new Error(`${name}: ${value.lines} lines instead of ${rowCount}`);
      note(name, { ...value, addedMiB, seconds: (performance.now() - startedMs) / 1000 });
    }
    await fetchExport(running, cookie, { leaveAfterBytes: 10_000_000 });
    await pause(500);
    const leftAt = cpuSeconds(pid);
    await pause(3_000);
    afterLeaving = `${rounded((cpuSeconds(pid) - leftAt) * 1000, 0)} ms of CPU in the 3 s after a reader left`;
  } finally {
    await running.stop();
  }
}

function measureNaive(url: string): void {
  const child = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--max-old-space-size=8192', 'scripts/bench/export-naive.ts', url],
    { encoding: 'utf8' },
  );
  const line = child.stdout.trim().split('\n').at(-1) ?? '';
  if (child.status === 0) note('CSV, all rows read first', JSON.parse(line));
  else rows.push(['CSV, all rows read first', 'failed', '', '', child.stderr.slice(0, 200)]);
}

const cluster = startCluster();
try {
  if (cluster) {
    // The console makes the tables.
    await (await serve({ env: { DATABASE_URL: cluster.url } })).stop();
    await fillHistory(cluster.url, rowCount);
    await measureConsole(cluster.url);
    measureNaive(cluster.url);
    console.log(`${rowCount} rows of history on PostgreSQL`);
    printTable(['export', 's', 'rows a second', 'MiB sent', 'MiB of memory added'], rows);
    console.log(afterLeaving);
  }
} finally {
  cluster?.stop();
}
