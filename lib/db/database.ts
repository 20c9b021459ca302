import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from '#lib/db/schema.ts';

/** What both drivers give back for a raw statement; each has more, but not the same more. */
type RowsOf<Row> = { rows: Row[] };

interface Rows extends PgQueryResultHKT {
  type: RowsOf<this['row']>;
}

/** One type for the embedded database and for PostgreSQL. A transaction is one too. */
export type Database = PgDatabase<Rows, typeof schema>;

export type OpenDatabase = {
  db: Database;
  kind: 'embedded' | 'postgres';
  /** Resolves when the database answers, rejects when it does not. */
  ping(): Promise<void>;
  /** Where it is: another text means that it is a copy, or was moved. */
  place(): Promise<string>;
  /** Waits for what is running, writes everything out, gives the folder or the connections back. Twice is harmless. */
  close(): Promise<void>;
};

export type ErrorListener = (error: Error) => void;
