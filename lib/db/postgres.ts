import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { withCommitTasks } from '#lib/db/after-commit.ts';
import type { Database, ErrorListener, OpenDatabase } from '#lib/db/database.ts';
import { migratePostgres } from '#lib/db/migrate.ts';
import { placeOnPostgres } from '#lib/db/place.ts';
import { readTarget } from '#lib/db/postgres-options.ts';
import * as schema from '#lib/db/schema.ts';

const connectionTimeoutMillis = 5_000;

/**
 * Set on each new connection, and not as start-up parameters, which PgBouncer refuses. The limits are longer than any
 * statement of ours takes, and shorter than a person waits.
 */
const sessionSettings = `
  set statement_timeout = '10s';
  set lock_timeout = '5s';
  set idle_in_transaction_session_timeout = '15s';
  set timezone = 'UTC';
  set client_encoding = 'UTF8'`;

/** Opens PostgreSQL 15 or later and brings its tables up to date. Several servers may do so at the same time. */
export async function openPostgres(databaseUrl: string, onError: ErrorListener): Promise<OpenDatabase> {
  await migratePostgres(databaseUrl);

  const pool = new pg.Pool({
    ...readTarget(databaseUrl).options,
    application_name: 'patchboard',
    max: 10,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    connectionTimeoutMillis,
    onConnect: async (client) => void (await client.query(sessionSettings)),
  });
  // The pool hears only of connections at rest. Without the second listener a connection lost inside a transaction
  // is an unhandled event, and ends the process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));

  let closing: Promise<void> | undefined;
  return {
    db: withCommitTasks(drizzle(pool, { schema }) as unknown as Database),
    kind: 'postgres',
    ping: async () => void (await pool.query('select 1')),
    place: () => placeOnPostgres(pool),
    close: () => (closing ??= pool.end()),
  };
}
