import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChild } from '#lib/testing/db/child.ts';
import { makeOwnCluster, type OwnCluster, password } from '#scripts/real-parts/own-cluster.ts';
import { runToEnd } from '#scripts/real-parts/start-output.ts';

// What a start prints when the database is not as it has to be: the real process, from its first line to its last.

const postgres = inject('testPostgres');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-start-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

const start = (env: Record<string, string>, uid?: number) =>
  runToEnd(['server.ts'], { DATA_DIR: path.join(scratch, 'data'), ...env }, uid === undefined ? {} : { uid });

/** Fails at once, in one sentence. */
async function refusal(env: Record<string, string>, uid?: number): Promise<string> {
  const { code, lines } = await start(env, uid);
  expect(code, lines.join('\n')).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^Patchboard can not start\. [A-Z/].*\.$/);
  expect(lines[0]).not.toContain(password);
  return lines[0] ?? '';
}

test('an address that can not be read is named by variable, and no piece of it is printed', async () => {
  const { code, lines } = await start({
    DATABASE_URL: 'postgres://u:p@ss/w#rd@localhost:5432/db',
    PORT: '0',
  });
  expect(code).toBe(1);
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/^ {2}- DATABASE_URL: in the user name and the password write \/ as %2F/);
  expect(lines.join('\n')).not.toMatch(/ss\/|w#|rd@/);
});

test('a CA file that can not be read is named', async () => {
  const url = 'postgres://u:p@localhost/db?sslmode=require&sslrootcert=/no/such/ca.pem';
  expect(await refusal({ DATABASE_URL: url })).toContain('/no/such/ca.pem, named by sslrootcert');
});

describe('the data folder', () => {
  test('a file in its place is named', async () => {
    const file = path.join(scratch, 'a-file');
    fs.writeFileSync(file, '');
    expect(await refusal({ DATA_DIR: file })).toContain(`${file} (DATA_DIR) is no folder`);
    expect(await refusal({ DATA_DIR: path.join(file, 'data') })).toContain('is no folder');
  });

  test.skipIf(process.getuid?.() !== 0)('a folder of somebody else is named', async () => {
    const folder = fs.mkdtempSync(path.join(scratch, 'closed-'));
    fs.chmodSync(scratch, 0o755);
    const told = await refusal({ DATA_DIR: folder, HOME: scratch }, 65_534);
    expect(told).toContain(`${folder} (DATA_DIR) can not be written to by this user (EACCES)`);
  });

  test('a folder in use is named with its process, and left alone', async () => {
    const folder = path.join(scratch, 'used', 'database');
    fs.mkdirSync(folder, { recursive: true });
    const holder = startChild('lib/testing/db/lock-holder.ts', folder);
    await holder.line('done');
    const told = await refusal({ DATA_DIR: path.dirname(folder) });
    expect(told).toContain(`is in use by process ${holder.process.pid}`);
    expect(told).toContain('Stop that process first, or set DATA_DIR');
  });

  test('a database that is damaged is told in one sentence', async () => {
    const folder = path.join(scratch, 'damaged', 'database');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'PG_VERSION'), '17\n');
    expect(await refusal({ DATA_DIR: path.dirname(folder) })).toContain('Put a copy of the folder back');
  });
});

describe.skipIf(!postgres.available)('a PostgreSQL', { concurrent: true }, () => {
  let cluster: OwnCluster;
  beforeAll(async () => {
    if (!postgres.available) throw new Error(postgres.reason);
    cluster = await makeOwnCluster(postgres);
    const secret = `password '${password}'`;
    await cluster.query('postgres', `create role few login ${secret}`);
    await cluster.query('postgres', `create role shut login ${secret}`);
    await cluster.query('postgres', `create role owner login ${secret}`);
    for (const name of ['good', 'elsewhere', 'old', 'taken', 'replica', 'pathless'])
      await cluster.query(
        'postgres',
        `create database ${name} owner owner encoding 'UTF8' template template0`,
      );
    const latin = `encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`;
    await cluster.query('postgres', `create database latin owner owner ${latin}`);
    await cluster.query('postgres', 'revoke connect on database good from public');
    await cluster.query('postgres', 'grant connect on database good to few, owner');
    await cluster.query('elsewhere', 'create schema own; alter database elsewhere set search_path = own');
    await cluster.query('pathless', 'alter database pathless set search_path = nowhere');
    await cluster.query('replica', 'alter database replica set default_transaction_read_only = on');
    // A server of an earlier version can not be had here: this database claims to be one.
    await cluster.query(
      'old',
      `create schema former; grant usage on schema former to public;
       create function former.current_setting(text) returns text language sql as
         $$ select case $1 when 'server_version_num' then '140012' else '14.12' end $$;
       alter database old set search_path = former, pg_catalog, public`,
    );
    await cluster.query('taken', 'create table account (id int); alter table account owner to owner');
  }, 120_000);
  afterAll(() => cluster?.stop());

  const few = () => cluster.url('few', 'good');
  test.each<[string, () => string, string]>([
    [
      'a wrong password',
      () => few().replace(/:[^:@]+@/, ':wrong@'),
      'refuses the password of the role "few"',
    ],
    ['an unknown role', () => cluster.url('nobody', 'good'), 'refuses the password of the role "nobody"'],
    [
      'a database that is not there',
      () => cluster.url('owner', 'missing'),
      'has no database "missing". Create it: createdb -O owner',
    ],
    ['a role that may not connect', () => cluster.url('shut', 'good'), 'The role "shut" lacks a right'],
    ['a role with few rights', few, 'The role "few" may not create tables in the database "good"'],
    ['an encoding that is not UTF-8', () => cluster.url('owner', 'latin'), 'has the encoding LATIN1'],
    [
      'a version before 15',
      () => cluster.url('owner', 'old'),
      'PostgreSQL is version 14.12; Patchboard needs 15',
    ],
    ['another schema', () => cluster.url('owner', 'elsewhere'), 'leads to no schema'],
    [
      'another schema in the address',
      () => cluster.url('postgres', 'elsewhere', 'options=-c%20search_path%3Down'),
      'leads to the schema "own"',
    ],
    ['a search_path to nowhere', () => cluster.url('owner', 'pathless'), 'set search_path = public'],
    ['a read-only database', () => cluster.url('owner', 'replica'), 'Give the primary in DATABASE_URL'],
    ['a database of another program', () => cluster.url('owner', 'taken'), 'something of another program'],
    [
      'a self-signed certificate',
      () => cluster.url('owner', 'good', 'sslmode=require'),
      'Name the file of its CA: sslrootcert=',
    ],
    [
      'a certificate for another host',
      () =>
        `${cluster.url('owner', 'good').replace('localhost', '127.0.0.1')}?sslmode=verify-full&sslrootcert=${cluster.caFile}`,
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
  ])('%s is told in one sentence, at once', async (_what, url, sentence) => {
    expect(await refusal({ DATABASE_URL: url() })).toContain(sentence);
  });

  test('a PostgreSQL that comes up late is waited for, a line a try', async () => {
    if (!postgres.available) throw new Error(postgres.reason);
    const late = await makeOwnCluster(postgres);
    late.stop();
    const url = late.url('postgres', 'postgres');
    const { code, lines } = await runToEnd(
      ['server.ts', '--check'],
      { DATABASE_URL: url, DATA_DIR: scratch },
      { onPrinted: late.start },
    );
    late.stop();
    expect(code).toBe(0);
    expect(lines.length).toBeLessThan(6);
    for (const line of lines)
      expect(line).toMatch(
        /^PostgreSQL at localhost:\d+ is not there yet: (nothing listens there|it is starting up)\. Next try in \d+ s\.$/,
      );
  });
});
