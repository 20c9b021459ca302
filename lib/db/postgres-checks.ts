import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { connectOnce } from '#lib/db/migrate.ts';
import * as schema from '#lib/db/schema.ts';

/** A sentence that says what is wrong with the database and what to do; it is no fault of the program. */
export class UnfitDatabaseError extends Error {
  override name = 'UnfitDatabaseError';
}

type Facts = {
  version: number;
  versionText: string;
  encoding: string;
  database: string;
  role: string;
  schema: string | null;
  readOnly: boolean;
  mayCreateSchema: boolean;
  mayCreateTable: boolean;
  /** Null: the extension pg_trgm is not in this database yet. */
  extensionSchema: string | null;
  extensionInPath: boolean;
  extensionAvailable: boolean;
  /** A table of ours that this role may not read and write. */
  closedTable: string | null;
};

const tables = Object.values<unknown>(schema).flatMap((value) =>
  is(value, PgTable) ? [getTableName(value)] : [],
);

const factsQuery = `
  select current_setting('server_version_num')::int as "version",
    current_setting('server_version') as "versionText",
    current_setting('server_encoding') as "encoding",
    current_database() as "database", current_user as "role", current_schema() as "schema",
    pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as "readOnly",
    has_database_privilege(current_database(), 'CREATE') as "mayCreateSchema",
    coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as "mayCreateTable",
    (select nspname from pg_extension join pg_namespace n on n.oid = extnamespace
      where extname = 'pg_trgm') as "extensionSchema",
    exists (select from pg_extension join pg_namespace n on n.oid = extnamespace
      where extname = 'pg_trgm' and nspname = any(current_schemas(true))) as "extensionInPath",
    exists (select from pg_available_extensions where name = 'pg_trgm') as "extensionAvailable",
    (select relname from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname = 'public' and relkind = 'r' and relname = any($1)
        and not (has_table_privilege(pg_class.oid, 'SELECT') and has_table_privilege(pg_class.oid, 'INSERT')
          and has_table_privilege(pg_class.oid, 'UPDATE') and has_table_privilege(pg_class.oid, 'DELETE'))
      limit 1) as "closedTable"`;

/** What has to be true of a PostgreSQL before its tables are touched: null, or the first obstacle as a sentence. */
function findObstacle(facts: Facts): string | null {
  const { database, role } = facts;
  const name = pg.escapeIdentifier(database);
  const to = pg.escapeIdentifier(role);
  if (facts.version < 150_000)
    return `PostgreSQL is version ${facts.versionText}; Patchboard needs 15 or later. Upgrade it, or give a newer server in DATABASE_URL.`;
  if (facts.encoding !== 'UTF8')
    return `The database ${name} has the encoding ${facts.encoding}; Patchboard needs UTF8. Make a new one: create database ${name} encoding 'UTF8' template template0; under another name, or after dropping this one.`;
  if (facts.readOnly)
    return `The database ${name} is read-only, such as a replica. Give the primary in DATABASE_URL.`;
  if (facts.schema !== 'public')
    return `The search_path of the role ${to} leads to ${facts.schema === null ? 'no schema' : `the schema ${pg.escapeIdentifier(facts.schema)}`}; Patchboard keeps its tables in "public". Take search_path out of DATABASE_URL, or run: alter role ${to} in database ${name} set search_path = public.`;
  if (!facts.mayCreateSchema || !facts.mayCreateTable)
    return `The role ${to} may not create tables in the database ${name}. Run as its owner: alter database ${name} owner to ${to}; or: grant create on database ${name} to ${to}; grant create on schema public to ${to}.`;
  if (facts.extensionSchema !== null && !facts.extensionInPath)
    return `The extension pg_trgm is in the schema ${pg.escapeIdentifier(facts.extensionSchema)}, where its operators are not found. Run as a superuser: alter extension pg_trgm set schema public.`;
  if (facts.extensionSchema === null && !facts.extensionAvailable)
    return 'The extension pg_trgm is not installed on this server. Install it (Debian: it comes with postgresql; Red Hat: postgresql-contrib).';
  if (facts.closedTable !== null)
    return `The role ${to} may not read and write the table ${pg.escapeIdentifier(facts.closedTable)}. Connect as the role that owns the tables, or run as that role: grant all on all tables in schema public to ${to}.`;
  return null;
}

/**
 * Whether a pooler hands each statement to whatever server connection is free. A session keeps its backend: while one is
 * open, another has a different one, and it keeps its own when another begins.
 */
async function isPooledByTransaction(first: pg.Client, databaseUrl: string): Promise<boolean> {
  const backend = async (client: pg.Client) =>
    (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
  const before = await backend(first);
  const second = await connectOnce(databaseUrl, 'patchboard-check');
  try {
    await second.query('begin');
    const other = await backend(second);
    const after = await backend(first);
    await second.query('commit');
    return before === other || before !== after;
  } finally {
    await second.end();
  }
}

/**
 * Reaches the database and looks at its version, encoding, schema, rights, extension and pooler. Changes nothing.
 * Throws `UnfitDatabaseError` with what to do, else what the driver throws.
 */
export async function checkPostgres(databaseUrl: string): Promise<void> {
  const client = await connectOnce(databaseUrl, 'patchboard-check');
  try {
    const { rows } = await client.query<Facts>(factsQuery, [tables]);
    const obstacle = rows[0] ? findObstacle(rows[0]) : null;
    if (obstacle !== null) throw new UnfitDatabaseError(obstacle);
    if (await isPooledByTransaction(client, databaseUrl))
      throw new UnfitDatabaseError(
        'The pooler in front of PostgreSQL hands out connections by transaction. Set pool_mode = session for this database in it, or give the address of PostgreSQL itself in DATABASE_URL.',
      );
  } finally {
    await client.end();
  }
}
