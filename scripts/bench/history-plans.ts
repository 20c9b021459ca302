import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Database } from '#lib/db/database.ts';
import * as schema from '#lib/db/schema.ts';
import { countLimit, countRows, listPage } from '#lib/history/store.ts';
import type { HistoryCase } from '#scripts/bench/history-cases.ts';

type Statement = { text: string; params: unknown[] };
type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/**
 * The statements that a page and its count really run. Without a count that stops early: to find the first ten
 * thousand of very many, reading the table from its start is the best there is, and never reads the whole of it.
 */
async function statementsOf(pool: pg.Pool, { search }: HistoryCase): Promise<Statement[]> {
  const statements: Statement[] = [];
  const logger = { logQuery: (text: string, params: unknown[]) => void statements.push({ text, params }) };
  const db = drizzle(pool, { schema, logger }) as unknown as Database;
  const reader = { secrets: true };
  await listPage(db, search, { ...reader, size: 25 });
  const count = await countRows(db, search, reader);
  return count > countLimit ? statements.slice(0, -1) : statements;
}

/** Statements of a case that PostgreSQL would answer by reading the whole table from its start. */
export async function seqScansOf(pool: pg.Pool, each: HistoryCase): Promise<string[]> {
  const found: string[] = [];
  for (const { text, params } of await statementsOf(pool, each)) {
    const { rows } = await pool.query(`explain (format json) ${text}`, params);
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }];
    const scans = nodes(plan).filter((node) => node['Node Type'] === 'Seq Scan');
    if (scans.some((node) => node['Relation Name'] === 'bindings')) found.push(`${each.name}: ${text}`);
  }
  return found;
}
