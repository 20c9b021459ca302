import { sql } from 'drizzle-orm';
import type { Database } from '#lib/db/database.ts';
import type { TimeCursor } from '#lib/domain/paging.ts';
import { findNewest, listBatch } from '#lib/exports/store.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { countLines, findBindingsOf, listPage } from '#lib/numbers/store.ts';
import { listHosts, listUrlsOf } from '#lib/numbers/store-hosts.ts';
import { listDeciding, timelineQuery } from '#lib/timeline/store.ts';

/** Something beside history's own list that reads the same tables, and what one would write by hand for it. */
export type OtherCase = {
  name: string;
  ours: () => Promise<unknown>;
  byHand: () => Promise<unknown>;
  /** Nobody waits for all of it at once, so that only its ratio counts. */
  streamed?: boolean;
};

const pageSize = 25;
const batchSize = 500;
const reader = { secrets: true };

/** Everything that a line of the board needs, as somebody would write it in one statement. */
const boardByHand = (where: string) =>
  sql.raw(`select page.*, bound.*, opened.* from (
    select * from numbers where newest_binding_id is not null and ${where} order by app_id, number limit ${pageSize + 1}) as page
    left join bindings bound on bound.id = page.bound_binding_id left join bindings opened on opened.id = page.open_binding_id`);

const boardCountByHand = (where: string) =>
  sql.raw(
    `select count(*) from (select 1 from numbers where newest_binding_id is not null and ${where} limit 10001) as found`,
  );

function boardCase(db: Database, name: string, search: NumbersSearch, where: string): OtherCase {
  const asked = { search, masked: false };
  return {
    name: `board: ${name}`,
    ours: async () => {
      const page = await listPage(db, { ...asked, size: pageSize });
      await Promise.all([countLines(db, asked), findBindingsOf(db, page.rows)]);
    },
    byHand: () => Promise.all([db.execute(boardByHand(where)), db.execute(boardCountByHand(where))]),
  };
}

/** The first rows of an export, batch by batch, as a reader draws them. */
async function exportRows(db: Database, from: TimeCursor, count: number): Promise<void> {
  let place = { from, inclusive: true };
  for (let read = 0; read < count; read += batchSize) {
    const last = (await listBatch(db, {}, { ...reader, ...place, size: batchSize })).at(-1);
    if (!last) return;
    place = { from: { sort: 'time', key: last.createdAt, id: last.id }, inclusive: false };
  }
}

const exportedColumns = `id, created_at, app_id, number, number_type, state, callback_url, previous_url, previous_certainty,
  restores_binding_id, actor_name, actor_email, source, reason, settled_at, duration_ms, attempt_count, code, message, request_id`;

/** Export, board and timeline. Needs a history that is laid down. */
export async function otherCases(db: Database): Promise<OtherCase[]> {
  const newest = await findNewest(db, {}, reader);
  const { rows } = await db.execute<{ app: string; number: string; at: string }>(sql`
    select app_id as app, number, created_at::text as at from bindings
    where created_at < (select max(created_at) - interval '180 days' from bindings) and state = 'bound' and number like '0086%'
    order by created_at desc, id desc limit 1`);
  const [known] = rows;
  if (!newest || !known) throw new Error('There is no history to read.');
  const key = { appId: known.app, number: known.number };
  const at = new Date(known.at);
  const ofNumber = `app_id = '${known.app}' and number = '${known.number}'`;
  const host = 'ivr.acme.example';
  return [
    {
      name: 'export: 10,000 rows',
      streamed: true,
      ours: () => exportRows(db, newest, 10_000),
      byHand: () =>
        db.execute(
          sql.raw(`select ${exportedColumns} from bindings order by created_at desc, id desc limit 10000`),
        ),
    },
    boardCase(db, 'page 1', {}, 'true'),
    boardCase(db, 'a host', { host: [host] }, `(bound_host in ('${host}') or open_host in ('${host}'))`),
    boardCase(db, 'outcome unknown', { label: ['unknown'] }, 'open_binding_id is not null'),
    boardCase(db, 'search a number', { q: key.number }, `search_text like '%${key.number}%'`),
    boardCase(db, 'search, nowhere', { q: 'nothing like it' }, `search_text like '%nothing like it%'`),
    {
      name: 'board: hosts',
      ours: () => listHosts(db, { search: {}, masked: false }),
      byHand: () =>
        db.execute(sql`select bound_host, count(*), count(distinct md5(bound_url)) from numbers
          where newest_binding_id is not null and bound_host is not null group by 1 order by 2 desc limit 101`),
    },
    {
      name: 'board: URLs of a host',
      ours: () => listUrlsOf(db, { search: {}, masked: false, host }),
      byHand: () =>
        db.execute(sql`select bound_url, count(*), (array_agg(number order by app_id, number))[1:5] from numbers
          where bound_host = ${host} and newest_binding_id is not null group by 1 order by 2 desc, 1 limit 51`),
    },
    {
      name: 'timeline: page 1',
      ours: () => timelineQuery(db, key, { older: null, limit: pageSize + 1 }),
      byHand: () =>
        db.execute(
          sql.raw(
            `select * from bindings where ${ofNumber} order by created_at desc, id desc limit ${pageSize + 1}`,
          ),
        ),
    },
    {
      name: 'what was bound at …',
      ours: () => listDeciding(db, key, { at, limit: 5 }),
      byHand: () =>
        db.execute(
          sql.raw(
            `select * from bindings where ${ofNumber} and created_at <= '${known.at}' order by created_at desc, id desc limit 6`,
          ),
        ),
    },
  ];
}
