import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Database, OpenDatabase } from '#lib/db/database.ts';
import { wrapEngine } from '#lib/db/embedded.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import * as schema from '#lib/db/schema.ts';
import { createTestEngine } from '#lib/testing/db/embedded.ts';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';

export type TestDatabase = OpenDatabase & {
  /** For tests that start processes of their own. Null on the embedded database, which lives in this process's memory. */
  databaseUrl: string | null;
  /** Empties every table. */
  clear(): Promise<void>;
  /** Runs `write` without triggers and foreign keys, to lay down a past that could not be made in a test's time. */
  withoutGuards(write: (db: Database) => Promise<void>): Promise<void>;
};

/** Seconds on an idle machine; the first file after a new migration makes the template on a busy one. */
const openTimeoutMs = 180_000;

async function withoutGuards(db: Database, write: (db: Database) => Promise<void>): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.execute(sql`set local session_replication_role = replica`);
    await write(transaction);
  });
}

function toTestDatabase(open: OpenDatabase, databaseUrl: string | null): TestDatabase {
  const tables = Object.values(schema).filter((entry) => is(entry, PgTable));
  const names = sql.join(
    tables.map((table) => sql.identifier(getTableName(table))),
    sql`, `,
  );
  return {
    ...open,
    databaseUrl,
    clear: () =>
      withoutGuards(open.db, async (db) => {
        await db.execute(sql`truncate ${names}`);
      }),
    withoutGuards: (write) => withoutGuards(open.db, write),
  };
}

/**
 * Describes `name` twice: on the embedded database in memory, and on PostgreSQL where it is installed. `database()` is the
 * same database for every test of the block, fresh and migrated when the block begins. Only to be called inside tests and hooks.
 */
export function describeOnEachDatabase(
  name: string,
  tests: (database: () => TestDatabase, kind: 'embedded' | 'postgres') => void,
): void {
  describe(`${name} (embedded)`, () => {
    let database: TestDatabase | undefined;
    beforeAll(async () => {
      database = toTestDatabase(
        wrapEngine(await createTestEngine(), { place: 'memory', release: () => {} }),
        null,
      );
    }, openTimeoutMs);
    afterAll(() => database?.close());
    tests(() => opened(database), 'embedded');
  });

  const postgres = inject('testPostgres');
  describe.skipIf(!postgres.available)(`${name} (PostgreSQL)`, () => {
    let database: TestDatabase | undefined;
    let drop = async () => {};
    beforeAll(async () => {
      if (!postgres.available) return;
      const created = await createTestPostgres(postgres);
      drop = created.drop;
      database = toTestDatabase(await openPostgres(created.url, () => {}), created.url);
    }, openTimeoutMs);
    afterAll(async () => {
      await database?.close();
      await drop();
    });
    tests(() => opened(database), 'postgres');
  });
}

function opened(database: TestDatabase | undefined): TestDatabase {
  if (!database) throw new Error('The database is open only inside tests and hooks.');
  return database;
}
