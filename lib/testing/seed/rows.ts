import { readFileSync } from 'node:fs';
import { type SQL, sql } from 'drizzle-orm';

/**
 * A throw of a die with `below` sides for row `i`, as SQL. Each purpose has a salt of its own; the same seed and row
 * give the same throw on both databases.
 */
const roll = (i: string, seed: number, salt: number, below: number): string =>
  `((hashint8extended(${i}, ${seed * 64 + salt}) & 9223372036854775807) % ${below})::int`;

/** 32 hexadecimal digits of a text, with the version and variant of a UUID in their places. */
const digits = (text: string, version: 4 | 7) =>
  `overlay(overlay(md5(${text}) placing '${version}' from 13) placing 'a' from 17)`;

const uuid = (text: string) => `${digits(text, 4)}::uuid::text`;

/** As `makeBindingId` makes them: milliseconds first. */
const bindingId = (ms: string, text: string) =>
  `(lpad(to_hex(${ms}), 12, '0') || substr(${digits(text, 7)}, 13))::uuid::text`;

export type RowOptions = {
  rows: number;
  seed: number;
  /** The newest row is a little older than this. */
  until: Date;
  /** How many there are of each, in the temporary tables. */
  binders: number;
  readers: number;
  urls: number;
  numbers: number;
};

const dayMs = 86_400_000;

/**
 * What each row is about, before anything follows from the rows before it: `seed_rows` (i, ms, id, who, number, URL,
 * outcome). A year of working days from 08:00 to 19:00 in China; a number is bound to a few URLs in turn, which are
 * others each quarter, and the URLs at the end of the pool were given up half way.
 */
export function makeRows({ rows, seed, until, binders, readers, urls, numbers }: RowOptions): SQL {
  const die = (salt: number, below: number, i = 'i') => roll(i, seed, salt, below);
  const first = Math.floor(until.getTime() / dayMs) * dayMs - 365 * dayMs;
  // Row i stands at a share of the year; the share of its day is pressed into 00:00 to 11:00 UTC.
  const share = `((i - 1 + ${die(0, 800)} / 1000.0) / ${rows} * 365)`;
  return sql.raw(`
    create temporary table seed_rows as
    with placed as (
      select i, (${first} + floor(${share}) * ${dayMs} + (${share} - floor(${share})) * ${11 * 3_600_000})::bigint as ms,
        floor(power(${die(1, 1_000_000)} / 1000000.0, 1.5) * ${numbers})::int as number_ix,
        ${die(2, 1000)} as outcome_die, ${die(3, 1000)} as attempt_die, ${die(4, 100)} as source_die
      from generate_series(1, ${rows}::bigint) i
    ), outcomes as (
      select *, case when outcome_die < 910 then 'bound' when outcome_die < 970 then 'refused'
        when outcome_die < 985 then 'unknown' else 'denied' end as state,
        number_ix * 64::bigint + (i * 4 / ${rows + 1}) * 8 + ${die(5, 6)} / 2 as url_seed
      from placed
    )
    select *, ${bindingId('ms', `'${seed}:id:' || i`)} as id,
      case when state = 'denied' then ${binders} + ${die(6, readers)}
        else floor(power(${die(7, 1000)} / 1000.0, 2) * ${binders})::int end as person_ix,
      case when ${die(8, 100, 'url_seed')} = 0 then null
        else ${die(9, 1_000_000, 'url_seed')}::bigint * (case when i < ${rows} / 2 then ${urls} else ${Math.ceil(urls * 0.8)} end) / 1000000 end::int as url_ix,
      case when state = 'denied' then 0 when state <> 'refused' and attempt_die < 30 then 2 else 1 end as attempt_count
    from outcomes`);
}

const pick = (from: readonly string[], die: string) =>
  `(array[${from.map((each) => `'${each.replaceAll("'", "''")}'`).join(', ')}])[1 + ${die}]`;

const refusals = [
  ...['InvalidParameterValue.PhoneNumInvalid', 'InvalidParameterValue.InstanceNotExist', 'OperationDenied'],
  ...['FailedOperation.CurStateNotAllowModify', 'AuthFailure.UnauthorizedOperation', 'InternalError'],
];
const losses = ['Unknown.Timeout', 'Unknown.ConnectionReset', 'Unknown.HttpStatus', 'Unknown.Interrupted'];
const reasons = [
  ...[
    'Move to the new IVR',
    '线路迁移到新系统',
    'Failover test',
    '客户要求变更',
    'Holiday greeting',
    '恢复原配置',
  ],
  ...['Campaign starts', 'Vendor changed their host', 'Fix wrong tenant', '夜间转接调整'],
];

/** What somebody bound in bulk on one day is one batch. Nobody who may not bind has one. */
const inBatch = `source_die >= 90 and state <> 'denied'`;

/** The bindings themselves, with what each replaced. */
export function insertBindings({ rows, seed }: RowOptions): SQL {
  const die = (salt: number, below: number) => roll('r.i', seed, salt, below);
  const tries = `'${seed}:request:' || r.i || ':'`;
  const duration = `case r.state when 'bound' then 60 + (power(${die(10, 1000)} / 1000.0, 4) * 3000)::int
    when 'refused' then 40 + ${die(10, 200)} when 'unknown' then 10000 + ${die(10, 30)} end`;
  return sql.raw(`
    insert into bindings (id, app_id, number, number_type, callback_url, callback_host, callback_url_masked, previous_url,
      previous_certainty, previous_binding_id, restores_binding_id, actor_id, actor_name, actor_email, actor_address, source,
      reason, idempotency_key, fingerprint, created_at, state, settled_at, code, message, request_id, earlier_request_ids,
      duration_ms, attempt_count, batch_id, batch_line)
    with before as (
      select r.*, max(i) filter (where state <> 'denied') over line as newest_i, max(i) filter (where state = 'bound') over line as bound_i,
        max(i) filter (where state = 'unknown') over line as unknown_i,
        case when source_die < 9 then max(i) filter (where state = 'bound') over same_url end as restores_i,
        case when ${inBatch} then min(ms) filter (where ${inBatch}) over batch end as batch_ms,
        count(*) filter (where ${inBatch}) over (batch order by i) as batch_line
      from seed_rows r
      window batch as (partition by person_ix, ms / ${dayMs}), line as (partition by number_ix order by i rows between unbounded preceding and 1 preceding),
        same_url as (partition by number_ix, url_ix order by i rows between unbounded preceding and 1 preceding)
    )
    select r.id, n.app, n.number, n.type, u.url, u.host, u.masked, bound_url.url,
      case when r.unknown_i > coalesce(r.bound_i, 0) then 'uncertain' when r.bound_i is null then 'none' else 'exact' end,
      newest.id, restored.id, p.id, p.name, p.email, '203.0.113.' || (20 + r.person_ix),
      case when r.restores_i is not null and r.source_die < 3 then 'undo' when r.restores_i is not null then 'restore'
        when r.source_die >= 90 then 'bulk' when r.source_die = 89 then 'api' else 'form' end,
      case when ${die(11, 10)} < 3 then ${pick(reasons, die(12, reasons.length))} || ' OPS-' || (1000 + r.i * 9000 / ${rows}) end,
      ${uuid(`'${seed}:key:' || r.i`)}, encode(sha256(convert_to(n.app || n.number || coalesce(u.url, ''), 'UTF8')), 'hex'),
      to_timestamp(r.ms / 1000.0), r.state, to_timestamp((r.ms + coalesce(${duration}, 0)) / 1000.0),
      case r.state when 'refused' then ${pick(refusals, die(13, refusals.length))}
        when 'unknown' then ${pick(losses, die(13, losses.length))} end,
      case r.state when 'refused' then 'The request was refused.' end,
      case when r.state in ('bound', 'refused') then ${uuid(`${tries} || r.attempt_count`)} end,
      case when r.state = 'bound' and r.attempt_count = 2 then ${uuid(`${tries} || 1`)} end,
      ${duration}, r.attempt_count, ${bindingId('r.batch_ms', `'${seed}:batch:' || r.person_ix || ':' || r.batch_ms`)},
      case when r.batch_ms is not null then r.batch_line end
    from before r
    join seed_numbers n on n.ix = r.number_ix join seed_people p on p.ix = r.person_ix left join seed_urls u on u.ix = r.url_ix
    left join seed_rows newest on newest.i = r.newest_i left join seed_rows restored on restored.i = r.restores_i
    left join seed_rows bound on bound.i = r.bound_i left join seed_urls bound_url on bound_url.ix = bound.url_ix
    order by r.i`);
}

/** The batches that the bindings were lines of; all have come to their end. */
export const insertBatches = (): SQL =>
  sql.raw(`
    insert into batches (id, kind, actor_id, actor_name, actor_email, actor_address, idempotency_key, fingerprint, total,
      created_at, state, changed_at, finished_at)
    select batch_id, 'bind', min(actor_id), min(actor_name), min(actor_email), min(actor_address), ${uuid('batch_id')},
      encode(sha256(convert_to(batch_id, 'UTF8')), 'hex'), count(*), min(created_at), 'done', max(settled_at), max(settled_at)
    from bindings where batch_id is not null group by batch_id`);

/** The attempts that the bindings count: the last ended as its binding did, one before it was throttled or lost. */
export const insertAttempts = (): SQL =>
  sql.raw(`
    insert into attempts (binding_id, n, why, app_id, number, owner, lease_until, committed_at, signed_at, clock_skew_ms,
      body_sha256, finished_at, duration_ms, outcome, http_status, code, request_id)
    select b.id, n, case when n = 1 then 'first' when b.state = 'unknown' then 'repeat' else 'retry' end, b.app_id, b.number,
      'seed', b.created_at + interval '18 seconds', b.created_at, extract(epoch from b.created_at)::bigint, 0, b.fingerprint,
      b.settled_at, b.duration_ms, case when last then b.state when b.state = 'unknown' then 'unknown' else 'throttled' end,
      case when b.state <> 'unknown' then 200 end,
      case when last then b.code when b.state = 'unknown' then 'Unknown.Timeout' else 'RequestLimitExceeded' end,
      case when last then b.request_id else b.earlier_request_ids end
    from bindings b, generate_series(1, 2) n, lateral (select n = b.attempt_count) place (last)
    where n <= b.attempt_count`);

/** One line a number: its newest binding that was no denied one, and its newest bound one. */
export const insertNumbers = (): SQL =>
  sql.raw(`
    insert into numbers (app_id, number, newest_binding_id, bound_binding_id)
    select n.app, n.number, newest.id, bound.id
    from (select number_ix, max(i) filter (where state <> 'denied') as newest_i, max(i) filter (where state = 'bound') as bound_i
      from seed_rows group by number_ix) line
    join seed_numbers n on n.ix = line.number_ix
    join seed_rows newest on newest.i = line.newest_i left join seed_rows bound on bound.i = line.bound_i`);

/** What else a number's line says, made from history by the very statement that made it once for all consoles. */
export function completeNumberLines(): SQL {
  const migration = readFileSync('lib/db/migrations/0008_numbers.sql', 'utf8');
  const statement = migration
    .split('--> statement-breakpoint')
    .find((part) => part.includes('UPDATE "numbers"'));
  if (!statement) throw new Error('The migration that completes the lines of numbers is gone.');
  return sql.raw(statement);
}
