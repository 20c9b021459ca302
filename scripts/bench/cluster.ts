import { makeCluster, startServer } from '#lib/testing/db/postgres.ts';
import { offerPostgres } from '#lib/testing/postgres-setup.ts';

/** A PostgreSQL as a person would run it, with every commit synced, unlike the one of the tests. Null where there is none. */
export function startCluster(): { url: string; stop(): void } | null {
  const { postgres, stop } = offerPostgres();
  if (!postgres.available) {
    console.log(postgres.reason);
    return null;
  }
  try {
    makeCluster(postgres);
    // Room for millions of rows to be laid down at once; it changes nothing for a query.
    startServer(postgres, ['max_wal_size=16GB']);
  } catch (error) {
    stop();
    throw error;
  }
  const host = encodeURIComponent(postgres.runFolder);
  return { url: `postgresql://postgres@localhost/postgres?host=${host}`, stop };
}
