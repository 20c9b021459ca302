import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { OpenDatabase } from '#lib/db/database.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { createTestPostgres } from '#lib/testing/db/postgres.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';
import type { HistoryCase } from '#scripts/bench/history-cases.ts';
import { seqScansOf } from '#scripts/bench/history-plans.ts';
import { makeCases } from '#scripts/bench/history-run.ts';

// As many rows as PostgreSQL would rather read from the start than sort, if it had no index for them. A million take
// minutes to make: `npm run bench:history` asserts the same of those.
const rows = 40_000;

const postgres = inject('testPostgres');
describe.skipIf(!postgres.available)('plans of the list queries', () => {
  let open: OpenDatabase;
  let pool: pg.Pool;
  let cases: HistoryCase[];
  let drop = async () => {};
  beforeAll(async () => {
    if (!postgres.available) return;
    const created = await createTestPostgres(postgres);
    drop = created.drop;
    open = await openPostgres(created.url, () => {});
    pool = new pg.Pool({ connectionString: created.url, max: 1 });
    await seedHistory(open.db, { rows, until: new Date('2026-11-25T00:00:00Z') });
    cases = (await makeCases(open.db, rows)).filter((each) => !each.unindexed);
  }, 240_000);
  afterAll(async () => {
    await pool?.end();
    await open?.close();
    await drop();
  });

  const scans = async () => (await Promise.all(cases.map((each) => seqScansOf(pool, each)))).flat();

  it('none reads the whole table', async () => {
    expect(cases.length).toBeGreaterThan(30);
    expect(await scans()).toEqual([]);
  }, 60_000);

  it('and would without its index', async () => {
    await pool.query(
      'begin; drop index bindings_by_time, bindings_search, bindings_of_host, bindings_of_batch, bindings_of_batch_by_time',
    );
    const found = await scans();
    await pool.query('rollback');
    const names = found.map((each) => each.split(':')[0]);
    expect(names).toEqual(
      expect.arrayContaining(['page 1', 'host', 'batch', 'search a reason', 'search a RequestId']),
    );
  }, 60_000);
});
