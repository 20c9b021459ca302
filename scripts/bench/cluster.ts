import { join } from 'node:path';
import { clusterFolder, runPostgresProgram } from '#lib/db/test-postgres.ts';
import { offerPostgres } from '#scripts/db-test-setup.ts';

/** A PostgreSQL as a person would run it, with every commit synced, unlike the one of the tests. Null where there is none. */
export function startCluster(): { url: string; stop(): void } | null {
  const { postgres, stop } = offerPostgres();
  if (!postgres.available) {
    console.log(postgres.reason);
    return null;
  }
  const data = clusterFolder(postgres);
  const { runFolder } = postgres;
  const access = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  try {
    runPostgresProgram(postgres, 'initdb', '-D', data, ...access);
    const log = ['-l', join(runFolder, 'server.log')];
    // Room for millions of rows to be laid down at once; it changes nothing for a query.
    const settings = `-k ${runFolder} -c listen_addresses= -c max_wal_size=16GB`;
    runPostgresProgram(postgres, 'pg_ctl', '-D', data, ...log, '-w', '-o', settings, 'start');
  } catch (error) {
    stop();
    throw error;
  }
  const host = encodeURIComponent(runFolder);
  return { url: `postgresql://postgres@localhost/postgres?host=${host}`, stop };
}
