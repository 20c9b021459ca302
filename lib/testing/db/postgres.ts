import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migratePostgres } from '#lib/db/migrate.ts';

/** What the global set-up (lib/testing/postgres-setup.ts) tells each test file. */
export type TestPostgres =
  | { available: true; runFolder: string; binFolder: string; user: { uid: number; gid: number } | null }
  | { available: false; reason: string };

type Available = Extract<TestPostgres, { available: true }>;

declare module 'vitest' {
  export interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}

/** Runs one of PostgreSQL's own programs, as another user where we are root, which it refuses to serve. */
export function runPostgresProgram(at: Available, program: string, ...parameters: string[]): void {
  const log = path.join(at.runFolder, 'log');
  const run = spawnSync(path.join(at.binFolder, program), parameters, {
    ...at.user,
    cwd: at.runFolder,
    // A server started by pg_ctl would hold a pipe open for as long as it lives.
    stdio: ['ignore', 'ignore', fs.openSync(log, 'a')],
  });
  if (run.status !== 0) throw new Error(`${program} failed: ${fs.readFileSync(log, 'utf8').slice(-2_000)}`);
}

export const clusterFolder = (at: Available) => path.join(at.runFolder, 'cluster');

/** Over a socket in the run's own folder, so that no port can collide. */
const urlOf = (at: Available, database: string) =>
  `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(at.runFolder)}`;

const template = 'patchboard_template';

/** Makes an empty cluster, whose owner needs no password. */
export function makeCluster(at: Available, ...parameters: string[]): void {
  const access = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  runPostgresProgram(at, 'initdb', '-D', clusterFolder(at), ...access, ...parameters);
}

/** Starts the cluster with these settings on top of PostgreSQL's own, and waits until it can be used. */
export function startServer(at: Available, settings: readonly string[]): void {
  const all = ['listen_addresses=', ...settings].map((each) => `-c ${each}`);
  const options = ['-o', [`-k ${at.runFolder}`, ...all].join(' ')];
  const log = ['-l', path.join(at.runFolder, 'server.log')];
  runPostgresProgram(at, 'pg_ctl', '-D', clusterFolder(at), ...log, '-w', ...options, 'start');
}

/** For speed: a crash of the machine would cost the tests nothing. */
const unsynced = ['fsync=off', 'full_page_writes=off'];

/** Starts the tests' cluster, again after a crash too. */
export const startTestServer = (at: Available): void =>
  startServer(at, [...unsynced, 'synchronous_commit=off']);

async function startCluster(at: Available): Promise<void> {
  makeCluster(at, '-N');
  startTestServer(at);
  await query(at, 'postgres', `create database ${template}`);
  await migratePostgres(urlOf(at, template));
}

/** Starts the cluster in the first test file that needs one; the others wait for it. */
async function requireCluster(at: Available): Promise<void> {
  const ready = path.join(at.runFolder, 'ready');
  try {
    fs.mkdirSync(path.join(at.runFolder, 'starting'));
  } catch {
    for (let waitedMs = 0; !fs.existsSync(ready); waitedMs += 100) {
      if (waitedMs > 150_000)
        throw new Error('PostgreSQL did not start; the first test file that needs it says why.');
      await pause(100);
    }
    return;
  }
  await startCluster(at);
  fs.writeFileSync(ready, '');
}

async function query(at: Available, database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(at, database) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh database and its URL: with all its tables, or with none. */
export async function createTestPostgres(
  at: Available,
  content: 'migrated' | 'empty' = 'migrated',
): Promise<{ url: string; drop(): Promise<void> }> {
  await requireCluster(at);
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await query(
    at,
    'postgres',
    `create database ${name} template ${content === 'empty' ? 'template0' : template}`,
  );
  return { url: urlOf(at, name), drop: () => query(at, 'postgres', `drop database ${name} with (force)`) };
}
