import { sql } from 'drizzle-orm';
import type { Database } from '#lib/db/database.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';
import { completeNumberLines } from '#lib/testing/seed/rows.ts';

export const batchRows = 20_000;
export const historyRows = 50_000;
export const boundBatchId = '0199f000-0000-7000-8000-000000000001';

const dayMs = 86_400_000;
const idOf = (prefix: string) =>
  sql.raw(`('0190f000-${prefix}-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid::text`);

const columns = sql.raw(
  `id, app_id, number, number_type, callback_url, callback_url_masked, callback_host, previous_url, previous_certainty,
   previous_binding_id, actor_id, actor_name, actor_email, source, idempotency_key, fingerprint, created_at, state, settled_at,
   request_id, duration_ms, attempt_count, batch_id, batch_line`,
);

/** Adds a batch whose 20,000 lines are all bound, each on a number that had another URL before, older than all other rows. */
async function addBoundBatch(db: Database): Promise<void> {
  const at = new Date(Date.now() - 800 * dayMs).toISOString();
  const url = (host: string) => sql.raw(`'https://${host}.acme.example/in/' || i || '?team=blue'`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`
      insert into batches (id, kind, title, actor_id, actor_name, actor_email, idempotency_key, fingerprint, total, created_at, state, changed_at, finished_at)
      values (${boundBatchId}, 'bind', 'bound.csv', 'seed-person-1', 'Ada Lin', 'person1@calls.example', 'bound', 'bound', ${batchRows}, ${at}, 'done', ${at}, ${at})`);
    await tx.execute(sql`
      insert into bindings (${columns})
      select ${idOf('0001')}, '1400000001', '00860755' || (60000000 + i), 'number', ${url('old')}, ${url('old')}, 'old.acme.example', null, 'none',
        null, 'seed-person-1', 'Ada Lin', 'person1@calls.example', 'form', 'old ' || i, md5('old' || i), ${at}::timestamptz - interval '9 days' + i * interval '1 ms',
        'bound', ${at}::timestamptz - interval '8 days', md5('old' || i)::uuid::text, 120, 1, null, null
      from generate_series(1, ${batchRows}::int) i`);
    await tx.execute(sql`
      insert into bindings (${columns})
      select ${idOf('0002')}, '1400000001', '00860755' || (60000000 + i), 'number', ${url('new')}, ${url('new')}, 'new.acme.example', ${url('old')}, 'exact',
        ${idOf('0001')}, 'seed-person-1', 'Ada Lin', 'person1@calls.example', 'bulk', 'new ' || i, md5('new' || i), ${at}::timestamptz,
        'bound', ${at}::timestamptz + interval '1 hour', md5('new' || i)::uuid::text, 120, 1, ${boundBatchId}, i
      from generate_series(1, ${batchRows}::int) i`);
    await tx.execute(sql`
      insert into numbers (app_id, number, newest_binding_id, bound_binding_id)
      select '1400000001', '00860755' || (60000000 + i), ${idOf('0002')}, ${idOf('0002')} from generate_series(1, ${batchRows}::int) i`);
    await tx.execute(completeNumberLines());
  });
  for (const table of ['bindings', 'batches', 'numbers'])
    await db.execute(sql`vacuum analyze ${sql.identifier(table)}`);
}

export type Seeded = {
  /** Filters of history that have exactly 50,000 and 20,000 rows. */
  whole: { from: string };
  part: { from: string };
};

/** Fills an empty database: a year of 50,000 bindings, and an older batch of 20,000 bound lines. */
export async function seedForLoop(db: Database): Promise<Seeded> {
  await seedHistory(db, { rows: historyRows, until: new Date() });
  await addBoundBatch(db);
  const { rows } = await db.execute<{ at: string; rows: number }>(sql`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, (select count(*)::int from bindings where created_at >= at) as rows
    from (select created_at as at from bindings order by created_at desc, id desc offset ${batchRows - 1} limit 1) as last`);
  const [last] = rows;
  if (!last) throw new Error('The history has too few rows.');
  return { whole: { from: new Date(Date.now() - 400 * dayMs).toISOString() }, part: { from: last.at } };
}
