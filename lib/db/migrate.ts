import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as applyToPostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import { migrate as applyToEmbedded } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { readTarget } from '#lib/db/postgres-options.ts';

/** From the project's root, where every command starts; bundled code no longer knows its own folder. */
const folder = () => ({
  migrationsFolder: path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/db/migrations'),
});

/** Any fixed number will do: "patch" in hexadecimal ASCII. */
const advisoryLock = 0x7061746368;

export const migrateEmbedded = (engine: PGlite): Promise<void> =>
  applyToEmbedded(drizzleEmbedded(engine), folder());

/** A client of its own, outside the pool. Rejects where the database can not be reached. */
export async function connectOnce(databaseUrl: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...readTarget(databaseUrl).options,
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });
  // A connection that is lost fails the statement under way; without a listener it ends the process too.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/**
 * Servers that start together take turns: the second finds nothing left to do. On a connection of its own, because
 * waiting for that turn and building an index may take longer than the pool's timeouts allow.
 */
export async function migratePostgres(databaseUrl: string): Promise<void> {
  const client = await connectOnce(databaseUrl, 'patchboard-migrate');
  let lost: Error | undefined;
  client.on('error', (error) => {
    lost = error;
  });
  try {
    // A role may have limits of its own, which an index over a long history would not keep.
    await client.query(`set statement_timeout = 0; set lock_timeout = 0; set client_encoding = 'UTF8'`);
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await applyToPostgres(drizzlePostgres(client), folder());
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
  if (lost) throw lost;
}
