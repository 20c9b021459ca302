import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, ErrorListener, OpenDatabase } from '#lib/db/database.ts';
import { migratePostgres } from '#lib/db/migrate.ts';
import { placeOnPostgres } from '#lib/db/place.ts';
import * as schema from '#lib/db/schema.ts';

/** Longer than any statement of ours takes, shorter than a person waits. */
const timeouts = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
};

/** Opens PostgreSQL 15 or later and brings its tables up to date. Several servers may do so at the same time. */
export async function openPostgres(databaseUrl: string, onError: ErrorListener): Promise<OpenDatabase> {
  await migratePostgres(databaseUrl);

  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'patchboard',
    options: '-c timezone=UTC',
    max: 10,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...timeouts,
  });
  // The pool hears only of connections at rest. Without the second listener a connection lost inside a transaction
  // is an unhandled event, and ends the process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));

  let closing: Promise<void> | undefined;
  return {
    db: drizzle(pool, { schema }) as unknown as Database,
    kind: 'postgres',
    ping: async () => void (await pool.query('select 1')),
    place: () => placeOnPostgres(pool),
    close: () => (closing ??= pool.end()),
  };
}
