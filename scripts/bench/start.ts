import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCluster } from '#scripts/bench/cluster.ts';
import { type Place, residentMb, startConsole } from '#scripts/bench/console-start.ts';
import { printTable, quantile, rounded } from '#scripts/bench/figures.ts';

// npm run bench:start -- [--runs 5] [--idle 30]: from the command to "Patchboard is ready", with the built-in
// simulator, and the memory of the server after it has stood idle. The production build has to be there.

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, idle: { type: 'string', default: '30' } },
});
const runs = Number(values.runs);
const idleMs = Number(values.idle) * 1000;
const server = [process.execPath, 'server.ts'];
const rows: string[][] = [];
const folder = mkdtempSync(join(tmpdir(), 'patchboard-start-'));

async function time(name: string, command: readonly string[], placeOf: (run: number) => Place) {
  const readyMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = await startConsole(command, placeOf(run));
    readyMs.push(started.readyMs);
    await started.stop();
  }
  console.log(`${name}: ${readyMs.map((ms) => rounded(ms / 1000, 2)).join(' ')} s`);
  rows.push([name, ...[0.5, 1].map((share) => `${rounded(quantile(readyMs, share) / 1000, 2)} s`)]);
}

async function idle(name: string, place: Place): Promise<void> {
  const started = await startConsole(server, place);
  await pause(idleMs);
  rows.push([
    `${name}, memory after ${values.idle} s idle`,
    `${rounded(residentMb(started.child), 0)} MB`,
    '',
  ]);
  await started.stop();
}

// Interrupted, it still ends what it has started, which is a group of its own.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const cluster = startCluster();
process.on('exit', () => cluster?.stop());
try {
  const embedded: Place = { dataDir: join(folder, 'existing'), databaseUrl: null };
  await time('embedded, made at this start', server, (run) => ({
    dataDir: join(folder, `new-${run}`),
    databaseUrl: null,
  }));
  await (await startConsole(server, embedded)).stop();
  await time('embedded, existing', server, () => embedded);
  await time('embedded, existing, npm start', ['npm', 'start'], () => embedded);
  await idle('embedded', embedded);
  if (cluster) {
    const postgres: Place = { dataDir: join(folder, 'postgres'), databaseUrl: cluster.url };
    await (await startConsole(server, postgres)).stop();
    await time('PostgreSQL, existing', server, () => postgres);
    await idle('PostgreSQL', postgres);
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Start to ready, over ${runs} starts`);
printTable(['', 'median', 'slowest'], rows);
