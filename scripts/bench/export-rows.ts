import pg from 'pg';

const columns = [
  ...['id', 'app_id', 'number', 'number_type', 'callback_url', 'callback_host', 'previous_url'],
  ...['previous_certainty', 'actor_id', 'actor_name', 'actor_email', 'source', 'reason', 'idempotency_key'],
  ...['fingerprint', 'created_at', 'state', 'settled_at', 'code', 'message', 'request_id', 'duration_ms'],
  'attempt_count',
];

/** A year of bindings by twelve people in three apps, every fifth URL with a token in it. */
const rows = `
  select
    substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(digest, 1, 3) || '-8' || substr(digest, 4, 3) || '-' || substr(digest, 7, 12),
    '140000000' || i % 3, '00860755' || lpad((i::bigint * 7919 % 100000000)::text, 8, '0'), 'number',
    'https://hooks' || i % 40 || '.acme.com/inbound/call-session/' || i % 500 || case when i % 5 = 0 then '?team=blue&token=' || digest else '' end,
    'hooks' || i % 40 || '.acme.com', 'https://hooks' || i % 40 || '.acme.com/inbound/before/' || i % 300, 'exact',
    'person-' || i % 12, 'Person ' || i % 12, 'person-' || i % 12 || '@acme.com', 'form',
    case when i % 4 = 0 then 'OPS-' || i || ', moved with the team' end, digest, digest || digest, at,
    case when i % 9 = 0 then 'refused' else 'bound' end, at + interval '0.4 s',
    case when i % 9 = 0 then 'OperationDenied' end, case when i % 9 = 0 then 'The number is not yours.' end,
    substr(digest, 1, 8) || '-' || substr(digest, 9, 4) || '-4000-8000-' || substr(digest, 13, 12), 380, 1
  from (
    select i, at, md5(i::text) as digest, lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as hex
    from (select i, date_trunc('second', now()) - (i::float8 * 31536000 / $1) * interval '1 s' as at from generate_series(1, $1::int) i) as moments
  ) as made`;

/** Lays down this many settled rows, past the triggers that keep history. */
export async function fillHistory(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`insert into bindings (${columns.join(', ')}) ${rows}`, [count]);
    await client.query('vacuum analyze bindings');
  } finally {
    await client.end();
  }
}
