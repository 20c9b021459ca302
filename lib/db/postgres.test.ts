import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import type { OpenDatabase } from '#lib/db/database.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';

const postgres = inject('testPostgres');

async function createDatabase(content: 'migrated' | 'empty'): Promise<string> {
  if (!postgres.available) throw new Error(postgres.reason);
  const { url, drop } = await createTestPostgres(postgres, content);
  onTestFinished(drop);
  return url;
}

async function openNew(onError: (error: Error) => void = () => {}): Promise<OpenDatabase> {
  const open = await openPostgres(await createDatabase('migrated'), onError);
  onTestFinished(() => open.close());
  return open;
}

const one = async (open: OpenDatabase, statement: string) =>
  (await open.db.execute(sql.raw(statement))).rows[0];

describe.skipIf(!postgres.available)('PostgreSQL', () => {
  it('servers that start together bring the tables up to date once', async () => {
    const url = await createDatabase('empty');
    const servers = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url, () => {})));
    const [first] = servers;
    const migrations =
      first && (await one(first, 'select count(*)::int as n from drizzle.__drizzle_migrations'));
    await Promise.all(servers.map((server) => server.close()));
    const written = fs.readdirSync('lib/db/migrations').filter((name) => name.endsWith('.sql'));
    expect(migrations).toEqual({ n: written.length });
  });

  it('a connection lost inside a transaction fails that transaction and nothing else', async () => {
    const heard = vi.fn();
    const open = await openNew(heard);
    const lost = open.db.transaction(async (transaction) => {
      const { rows } = await transaction.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await open.db.execute(sql`select pg_terminate_backend(${rows[0]?.pid})`);
      // Idle in between, when no statement is there to take the error.
      await new Promise((resolve) => setTimeout(resolve, 200));
      await transaction.execute(sql`select 1`);
    });
    await expect(lost).rejects.toThrow();
    expect(heard).toHaveBeenCalled();
    await open.ping();
  });

  it('waiting for a lock ends after five seconds with an error', async () => {
    const open = await openNew();
    await open.db.transaction(async (holder) => {
      await holder.execute(sql`lock table numbers in access exclusive mode`);
      await expect(open.db.execute(sql`select * from numbers`)).rejects.toMatchObject({
        cause: { code: '55P03' },
      });
    });
  });

  it('times are read in UTC, whatever the server is set to', async () => {
    const open = await openNew();
    expect(await one(open, 'show timezone')).toEqual({ TimeZone: 'UTC' });
    expect(await one(open, 'show application_name')).toEqual({ application_name: 'patchboard' });
  });

  it('a database that is not there is an error', async () => {
    await expect(openPostgres('postgresql://nobody@127.0.0.1:1/none', () => {})).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});
