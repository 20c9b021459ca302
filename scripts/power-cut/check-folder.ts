import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#lib/db/database.ts';
import { DurableNodeFS, durableStartParams } from '#lib/db/durable-file-system.ts';
import { extensions, openEmbedded, parsers } from '#lib/db/embedded.ts';
import * as schema from '#lib/db/schema.ts';
import { settleAbandoned } from '#lib/delivery/store-recovery.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';
import { type Fact, findLost, readFacts } from '#scripts/power-cut/facts.ts';

export type Findings = {
  opened: boolean;
  /** Acknowledged, and gone. */
  lost: string[];
  /** Everything else that must not be. */
  wrong: string[];
};

/** Opens what a cut left as the next start does, and looks for everything that was acknowledged, then at the rest. */
export async function checkFolder(dataDir: string, acknowledged: readonly Fact[]): Promise<Findings> {
  const wrong: string[] = [];
  let lost = acknowledged.map(({ about }) => `${about} cannot be read`);
  try {
    const open = await openEmbedded(dataDir, (error) => wrong.push(error.message));
    try {
      lost = findLost(acknowledged, await readFacts(open.db));
      wrong.push(...(await findHalves(open.db)));
      await scanTables(open.db);
      await goOn(open.db);
    } finally {
      await open.close();
    }
  } catch (error) {
    return { opened: false, lost, wrong: [...wrong, describe(error)] };
  }
  await checkIndexes(path.join(dataDir, 'database')).catch((error: unknown) => wrong.push(describe(error)));
  return { opened: true, lost, wrong };
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${describe(error.cause ?? '')}`.trim() : String(error);

/** Rows that were written in one transaction and must be there together. */
async function findHalves(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ wrong: string }>(sql`
    select 'half batch ' || id as wrong from batches
      where total <> (select count(distinct batch_line) from bindings where batch_id = batches.id)
    union all select 'attempts of binding ' || id from bindings
      where state <> 'denied' and attempt_count <> (select count(*) from attempts where binding_id = id)
    union all select 'open attempts of binding ' || id from bindings
      where (state = 'sending')::int <>
        (select count(*) from attempts where binding_id = id and finished_at is null)
    union all select 'number ' || number from numbers
      where exists (select from unnest(array[newest_binding_id, bound_binding_id, open_binding_id]) as named (id)
        where id is not null and not exists (select from bindings where bindings.id = named.id))`);
  return rows.map(({ wrong }) => wrong);
}

async function scanTables(db: Database): Promise<void> {
  const tables = Object.values(schema).filter((entry) => is(entry, PgTable));
  for (const table of tables.map(getTableName))
    await db.execute(sql`select sum(length(row::text)) from ${sql.identifier(table)} as row`);
}

/** What the next start does first, and a row more. */
async function goOn(db: Database): Promise<void> {
  await settleAbandoned(db, { owner: 'the next process', soleProcess: true });
  const row = bindingRow();
  await db.insert(schema.bindings).values(row);
  const kept = (await readFacts(db)).has(`binding ${row.id}`);
  if (!kept) throw new Error('A row stored after the cut is not there.');
}

/** Each row is in each index, each index in order, each page whole: by PostgreSQL's own checker. */
async function checkIndexes(folder: string): Promise<void> {
  const engine = await PGlite.create({
    fs: new DurableNodeFS(folder),
    startParams: durableStartParams,
    parsers,
    extensions: { ...extensions, amcheck },
  });
  try {
    await engine.exec('create extension amcheck');
    await engine.exec(`
      select bt_index_check(pg_class.oid, true, true) from pg_class join pg_am on pg_am.oid = relam
        where amname = 'btree' and relkind = 'i' and relpersistence = 'p';
      select gin_index_check(pg_class.oid) from pg_class join pg_am on pg_am.oid = relam
        where amname = 'gin' and relkind = 'i'`);
    const { rows } = await engine.query<{ wrong: string }>(`
      select relname || ' ' || blkno || ' ' || msg as wrong from pg_class, verify_heapam(pg_class.oid)
      where relkind in ('r', 't', 'm') and relpersistence = 'p'`);
    if (rows.length > 0) throw new Error(rows.map(({ wrong }) => wrong).join('; '));
  } finally {
    await engine.close();
  }
}

/**
 * The one thing that a cut in the same process cannot leave as it is: this process lives on. Its lock then names a process
 * that is gone. Where the lock is not whole it stays as it is, for the product to deal with.
 */
export function forgetOwner(dataDir: string): void {
  const directory = path.join(dataDir, 'database.lock');
  if (!fs.existsSync(directory)) return;
  for (const name of fs.readdirSync(directory)) {
    const file = path.join(directory, name);
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace(/"startTicks":"\d+"/, '"startTicks":"1"'));
  }
}
