import { sql } from 'drizzle-orm';
import type { Database } from '#lib/db/database.ts';
import { openDatabase } from '#lib/db/open.ts';

export type Rows = Record<string, string[]>;

/** Opens the embedded database of a console that is not running. */
export async function withDatabase<T>(dataDir: string, work: (db: Database) => Promise<T>): Promise<T> {
  const open = await openDatabase({ databaseUrl: null, dataDir });
  try {
    return await work(open.db);
  } finally {
    await open.close();
  }
}

/** Every row of every table as JSON text, so that two readings can be compared and searched. */
export async function readRows(db: Database): Promise<Rows> {
  const { rows: tables } = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const all: Rows = {};
  for (const { name } of tables) {
    const { rows } = await db.execute<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t order by 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
