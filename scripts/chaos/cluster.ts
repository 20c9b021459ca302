import pg from 'pg';
import { clusterFolder, runPostgresProgram } from '#lib/testing/db/postgres.ts';
import type { DatabaseAt } from '#scripts/chaos/database.ts';

export type Cluster = NonNullable<DatabaseAt['cluster']>;

/** Ends PostgreSQL as a crash does: nothing is flushed, every connection is cut. */
export function crashCluster(cluster: Cluster): void {
  runPostgresProgram(cluster, 'pg_ctl', '-D', clusterFolder(cluster), '-m', 'immediate', '-w', 'stop');
}

/** Runs statements one after another on a connection of its own, which `during` may hold open in a transaction. */
export async function onCluster(
  url: string,
  statements: readonly string[],
  during: () => Promise<void> = async () => {},
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
    await during();
  } finally {
    await client.end();
  }
}
