import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/database.ts';
import { type SeedPerson, seedApps, seedNumbers, seedPeople, seedUrls } from '#lib/testing/seed/pools.ts';
import {
  completeNumberLines,
  insertAttempts,
  insertBatches,
  insertBindings,
  insertNumbers,
  makeRows,
} from '#lib/testing/seed/rows.ts';

export type SeedOptions = {
  rows: number;
  /** The same seed makes the same history. */
  seed?: number;
  /** The year ends on the day before this. */
  until: Date;
  people?: readonly SeedPerson[];
  apps?: readonly string[];
  /** How many numbers there are; left out, as many as are bound some thirty times each. */
  numbers?: number;
  /** Runs one statement that may take minutes, for tables the console's own connections would give up on. */
  runLong?: (statement: string) => Promise<unknown>;
};

const pool = (name: string, columns: string, items: readonly object[]): SQL =>
  sql`create temporary table ${sql.raw(name)} as select (place - 1)::int as ix, item.* from jsonb_array_elements(${JSON.stringify(items)}::jsonb)
    with ordinality all_items(each, place), jsonb_to_record(each) as item(${sql.raw(columns)})`;

/** Indexes that only speed up reading. Filling a table and making them again is many times faster than the reverse. */
async function withoutIndexes(tx: Database, fill: () => Promise<void>): Promise<void> {
  const { rows } = await tx.execute<{ name: string; made: string }>(sql`
    select indexname as name, indexdef as made from pg_indexes
    where schemaname = 'public' and tablename in ('bindings', 'attempts') and indexdef not like '%UNIQUE%'`);
  for (const { name } of rows) await tx.execute(sql`drop index ${sql.identifier(name)}`);
  await fill();
  for (const { made } of rows) await tx.execute(sql.raw(made));
}

/**
 * Lays down a year of believable history in a database that has none: some hundred thousand rows a second are not
 * bound one by one, so triggers and foreign keys are off meanwhile (the user of the database has to be its owner and
 * a superuser). Everything agrees with everything: attempts with their binding, a binding with what it replaced, and
 * the line of each number with its newest and its bound binding. Nobody is made a user; pass people who are.
 */
export async function seedHistory(db: Database, options: SeedOptions): Promise<void> {
  const { rows, seed = 1, until, people = seedPeople, apps = seedApps } = options;
  const { numbers = Math.min(40_000, Math.max(20, Math.ceil(rows / 30))) } = options;
  const { runLong = (statement: string) => db.execute(sql.raw(statement)) } = options;
  const order = people.toSorted((a, b) => Number(b.mayBind) - Number(a.mayBind));
  const binders = order.filter(({ mayBind }) => mayBind).length;
  const urls = Math.min(4_000, Math.max(80, Math.ceil(rows / 50)));
  const rowOptions = { rows, seed, until, binders, readers: order.length - binders, urls, numbers };
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local maintenance_work_mem = '512MB'`);
    await tx.execute(pool('seed_people', 'id text, name text, email text', order));
    await tx.execute(pool('seed_urls', 'url text, masked text, host text', seedUrls(seed, urls)));
    await tx.execute(
      pool('seed_numbers', 'app text, number text, type text', seedNumbers(seed, numbers, apps)),
    );
    await tx.execute(makeRows(rowOptions));
    await withoutIndexes(tx, async () => {
      for (const fill of [insertBindings(rowOptions), insertBatches(), insertAttempts(), insertNumbers()])
        await tx.execute(fill);
    });
    await tx.execute(completeNumberLines());
    await tx.execute(sql`drop table seed_people, seed_urls, seed_numbers, seed_rows`);
  });
  for (const table of ['bindings', 'batches', 'attempts', 'numbers'])
    await runLong(`vacuum analyze ${table}`);
}
