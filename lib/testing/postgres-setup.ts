import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { clusterFolder, runPostgresProgram, type TestPostgres } from '#lib/testing/db/postgres.ts';

/** `pg_ctl` is on the PATH where PostgreSQL was built by hand, and hidden by version on Debian and its kin. */
function findBinFolder(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ];
  const found = folders.find((folder) =>
    ['pg_ctl', 'initdb', 'postgres'].every((name) => fs.existsSync(path.join(folder, name))),
  );
  // Where these are links, the rest of the programs lie where they lead.
  return found && path.dirname(fs.realpathSync(path.join(found, 'pg_ctl')));
}

/** PostgreSQL does not run as root: as its own user, else as nobody. */
function findUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (...parameters: string[]) =>
    Number(spawnSync('id', parameters, { encoding: 'utf8' }).stdout || Number.NaN);
  const user = Number.isNaN(idOf('-u', 'postgres')) ? 'nobody' : 'postgres';
  return { uid: idOf('-u', user), gid: idOf('-g', user) };
}

const prefix = 'patchboard-postgres-';

/** Stops the clusters of runs that were killed before they could do so themselves. */
function sweepOrphans(binFolder: string, user: { uid: number; gid: number } | null): void {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = name.slice(prefix.length).split('-')[0] ?? '';
    if (fs.existsSync(`/proc/${owner}`) || !fs.existsSync('/proc')) continue;
    stop({ available: true, runFolder: path.join(os.tmpdir(), name), binFolder, user });
  }
}

function stop(postgres: Extract<TestPostgres, { available: true }>): void {
  const data = clusterFolder(postgres);
  if (fs.existsSync(path.join(data, 'postmaster.pid'))) {
    try {
      runPostgresProgram(postgres, 'pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
    } catch (error) {
      console.warn(String(error));
    }
  }
  fs.rmSync(postgres.runFolder, { recursive: true, force: true });
}

/** Finds PostgreSQL and a folder for one run. Nothing is started yet; `stop` ends what the run has started in it. */
export function offerPostgres(): { postgres: TestPostgres; stop(): void } {
  const binFolder = findBinFolder();
  if (!binFolder) {
    const reason =
      'PostgreSQL is not installed (pg_ctl, initdb and postgres on the PATH or under /usr/lib/postgresql).';
    return { postgres: { available: false, reason }, stop: () => {} };
  }
  const user = findUser();
  sweepOrphans(binFolder, user);
  const runFolder = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  if (user) fs.chownSync(runFolder, user.uid, user.gid);
  const postgres: TestPostgres = { available: true, runFolder, binFolder, user };
  return { postgres, stop: () => stop(postgres) };
}

/** Vitest's global set-up: tells every test file where PostgreSQL is. The first that needs a cluster starts it. */
export default function setup(project: TestProject): () => void {
  const { postgres, stop: end } = offerPostgres();
  if (!postgres.available) {
    if (process.env.CI === 'true')
      throw new Error(`${postgres.reason} With CI=true its tests are not skipped.`);
    console.warn(`Skipping the tests on PostgreSQL: ${postgres.reason}`);
  }
  project.provide('testPostgres', postgres);
  return end;
}
