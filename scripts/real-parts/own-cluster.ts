import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '#lib/testing/console.ts';
import { makeCluster, runPostgresProgram, startServer, type TestPostgres } from '#lib/testing/db/postgres.ts';

type Available = Extract<TestPostgres, { available: true }>;

export const password = 'p@ss/w#rd?1%';
const encoded = encodeURIComponent(password);

/** A PostgreSQL of its own on a TCP port, with passwords and a self-signed certificate, as a stranger's would be. */
export type OwnCluster = {
  port: number;
  /** The CA file of its certificate, which is for localhost. */
  caFile: string;
  folder: string;
  user: { uid: number; gid: number } | null;
  /** The address for a role and database; `parameters` follow the question mark. */
  url(role: string, database: string, parameters?: string): string;
  query(database: string, statement: string): Promise<void>;
  stop(): void;
  start(): void;
};

function run(program: string, parameters: string[], at: Available): void {
  const ran = spawnSync(program, parameters, { ...at.user, cwd: at.runFolder, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${program} failed: ${ran.stderr}`);
}

/** Makes the cluster and starts it; `stop` ends it. */
export async function makeOwnCluster(postgres: Available): Promise<OwnCluster> {
  const runFolder = fs.mkdtempSync(path.join(postgres.runFolder, 'own-'));
  const at: Available = { ...postgres, runFolder };
  if (at.user) fs.chownSync(runFolder, at.user.uid, at.user.gid);
  fs.writeFileSync(path.join(runFolder, 'password'), password, { mode: 0o644 });
  makeCluster(at, '-N', '--auth-host=scram-sha-256', `--pwfile=${path.join(runFolder, 'password')}`);
  const caFile = path.join(runFolder, 'ca.pem');
  const keyFile = path.join(runFolder, 'ca.key');
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const certificate = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names];
  run('openssl', [...certificate, '-keyout', keyFile, '-out', caFile], at);
  const port = await freePort();
  const start = () =>
    startServer(at, [
      ...['fsync=off', 'full_page_writes=off', 'listen_addresses=localhost', `port=${port}`],
      ...['ssl=on', `ssl_cert_file=${caFile}`, `ssl_key_file=${keyFile}`],
    ]);
  start();
  const url = (role: string, database: string, parameters = '') =>
    `postgres://${role}:${encoded}@localhost:${port}/${database}${parameters && `?${parameters}`}`;
  return {
    port,
    caFile,
    folder: runFolder,
    user: at.user,
    url,
    start,
    stop: () =>
      runPostgresProgram(
        at,
        'pg_ctl',
        '-D',
        path.join(runFolder, 'cluster'),
        '-m',
        'immediate',
        '-w',
        'stop',
      ),
    query: async (database, statement) => {
      const client = new pg.Client({ connectionString: url('postgres', database) });
      await client.connect();
      try {
        await client.query(statement);
      } finally {
        await client.end();
      }
    },
  };
}
