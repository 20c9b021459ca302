import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import * as auth from '#lib/db/schema/auth.ts';
import * as bindings from '#lib/db/schema/bindings.ts';
import * as console from '#lib/db/schema/console.ts';

export const schema = { ...auth, ...bindings, ...console };

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
  /** Waits for what is running, writes everything out, gives the folder or the connections back. Twice is harmless. */
  close(): Promise<void>;
};

export type ErrorListener = (error: Error) => void;
