import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { openPostgres } from '#lib/db/postgres.ts';
import { freePort } from '#lib/testing/console.ts';
import { makeOwnCluster, type OwnCluster, password } from '#scripts/real-parts/own-cluster.ts';
import { requireProgram } from '#scripts/real-parts/require-program.ts';
import { runToEnd } from '#scripts/real-parts/start-output.ts';

// PgBouncer as Debian installs it: the settings of its own file, with the ports and the passwords of the test.

const postgres = inject('testPostgres');
const program = requireProgram('pgbouncer');

describe.skipIf(!postgres.available || program === null)('PgBouncer in front of PostgreSQL', () => {
  let cluster: OwnCluster;
  beforeAll(async () => {
    if (!postgres.available) throw new Error(postgres.reason);
    cluster = await makeOwnCluster(postgres);
    await cluster.query('postgres', 'create database pooled');
  }, 120_000);
  afterAll(() => cluster?.stop());

  /** Starts it with one setting more than it was installed with, and gives the address through it. */
  async function pooler(setting: string, parameters = ''): Promise<string> {
    const port = await freePort();
    const folder = fs.mkdtempSync(path.join(cluster.folder, 'pgbouncer-'));
    const users = path.join(folder, 'userlist.txt');
    const settings = path.join(folder, 'pgbouncer.ini');
    fs.writeFileSync(users, `"postgres" "${password}"\n`);
    fs.writeFileSync(
      settings,
      `[databases]\n* = host=localhost port=${cluster.port}\n[pgbouncer]\nlisten_addr = localhost\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = md5\nauth_file = ${users}\n${setting}\n`,
    );
    if (cluster.user)
      for (const file of [folder, users, settings]) fs.chownSync(file, cluster.user.uid, cluster.user.gid);
    const child = spawn(program ?? '', [settings], {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(cluster.user ?? {}),
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    while (!said.includes('process up')) said += String((await once(child.stderr, 'data'))[0]);
    return cluster.url('postgres', 'pooled', parameters).replace(`:${cluster.port}/`, `:${port}/`);
  }

  test('in session mode, as installed, it works, and each session has our limits', async () => {
    const url = await pooler('');
    const { code, lines } = await runToEnd(['server.ts', '--check'], {
      DATABASE_URL: url,
      AUTH_SECRET: 'x'.repeat(32),
    });
    expect(lines.join('\n')).toBe('');
    expect(code).toBe(0);
    const open = await openPostgres(url, () => {});
    onTestFinished(() => open.close());
    const show = async (name: string) =>
      Object.values((await open.db.execute(sql.raw(`show ${name}`))).rows[0] ?? {})[0];
    const names = ['timezone', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    expect(await Promise.all(names.map(show))).toEqual(['UTC', '10s', '5s', '15s']);
    expect(await open.place()).toMatch(/^postgres \d+/);
  });

  test.each([
    ['pool_mode = transaction', 'hands out connections by transaction. Set pool_mode = session'],
    [
      'pool_mode = transaction\nserver_round_robin = 1\nmin_pool_size = 5',
      'hands out connections by transaction',
    ],
    ['pool_mode = statement', 'hands out connections by statement. Set pool_mode = session'],
  ])('with %s it is refused by name', async (setting, sentence) => {
    const { code, lines } = await runToEnd(['server.ts'], {
      DATABASE_URL: await pooler(setting),
      AUTH_SECRET: 'x'.repeat(32),
    });
    expect(lines.join('\n')).toContain(sentence);
    expect([code, lines.length]).toEqual([1, 1]);
  });

  test('a start-up parameter that it refuses is told by name', async () => {
    const url = await pooler('', 'options=-c%20geqo%3Doff');
    const { code, lines } = await runToEnd(['server.ts'], { DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(32) });
    expect(lines.join('\n')).toContain('Take options out of DATABASE_URL');
    expect([code, lines.length]).toEqual([1, 1]);
  });

  test('a wrong password and a database that is not there are told as without it', async () => {
    const url = await pooler('');
    const told = async (changed: string) =>
      (await runToEnd(['server.ts'], { DATABASE_URL: changed, AUTH_SECRET: 'x'.repeat(32) })).lines.join(
        '\n',
      );
    expect(await told(url.replace(/:[^:@]+@/, ':wrong@'))).toContain(
      'refuses the password of the role "postgres"',
    );
    expect(await told(url.replace('/pooled', '/missing'))).toContain('has no database "missing"');
  });
});
