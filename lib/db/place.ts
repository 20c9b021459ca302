import fs from 'node:fs';
import type pg from 'pg';

/**
 * Which folder this is, whatever its name: its number in the file system and when it was made there. A copy that is put back is
 * another folder; one that was written over the files of the first is not told apart.
 */
export function placeOfFolder(folder: string): string {
  const { ino, birthtimeNs } = fs.statSync(/* turbopackIgnore: true */ folder, { bigint: true });
  return `folder ${ino} ${birthtimeNs}`;
}

/**
 * Parts that change when a database is restored: the cluster by `initdb`, its timeline by recovery to a moment, the database and
 * its tables by loading a dump. A service that keeps a part to itself is told by the others.
 */
const parts = [
  'select system_identifier from pg_control_system()',
  'select left(pg_walfile_name(pg_current_wal_lsn()), 8)',
  'select oid from pg_database where datname = current_database()',
  `select 'home'::regclass::oid`,
];

/** Where this database of PostgreSQL is. Rejects when the server does not answer. */
export async function placeOnPostgres(pool: pg.Pool): Promise<string> {
  const client = await pool.connect();
  try {
    const read: string[] = [];
    for (const part of parts) read.push(await readPart(client, part));
    return `postgres ${read.join(' ')}`;
  } finally {
    client.release();
  }
}

async function readPart(client: pg.PoolClient, part: string): Promise<string> {
  try {
    const { rows } = await client.query<[unknown]>({ text: part, rowMode: 'array' });
    return String(rows[0]?.[0]);
  } catch (error) {
    // The server's own refusal has an SQLSTATE; without one the connection is gone.
    if (error instanceof Error && 'severity' in error && error.severity === 'ERROR') return '-';
    throw error;
  }
}
