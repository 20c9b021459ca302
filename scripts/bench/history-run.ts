import { sql } from 'drizzle-orm';
import type { Database } from '#lib/db/database.ts';
import { encodeCursor } from '#lib/domain/paging.ts';
import { countRows, listPage } from '#lib/history/store.ts';
import { quantile } from '#scripts/bench/figures.ts';
import { type HistoryCase, historyCases, type Known } from '#scripts/bench/history-cases.ts';
import type { OtherCase } from '#scripts/bench/history-others.ts';

const pageSize = 25;

export type Times = { ours: number[]; byHand: number[] };
/** `count` is null for what is not counted. */
export type CaseResult = {
  name: string;
  unindexed: boolean;
  streamed: boolean;
  page: Times;
  count: Times | null;
};

const newestFirst = 'created_at desc, id desc';

async function oneRow<Row extends object>(db: Database, statement: string): Promise<Row> {
  const [row] = (await db.execute(sql.raw(statement))).rows;
  if (row === undefined) throw new Error(`No row: ${statement}`);
  return row as Row;
}

/** Things to look for that are there, half way through the year. */
export async function findKnown(db: Database): Promise<Known> {
  const middle = `created_at < (select max(created_at) - interval '180 days' from bindings) order by ${newestFirst} limit 1`;
  const plain = await oneRow<{ number: string; request_id: string; day: string }>(
    db,
    `select number, request_id, to_char(created_at, 'YYYY-MM-DD') as day from bindings where state = 'bound' and number like '00860%' and ${middle}`,
  );
  const { batch } = await oneRow<{ batch: string }>(
    db,
    `select batch_id as batch from bindings where batch_id is not null and ${middle}`,
  );
  const { ids } = await oneRow<{ ids: string }>(
    db,
    `select earlier_request_ids as ids from bindings where earlier_request_ids is not null and ${middle}`,
  );
  const { url } = await oneRow<{ url: string }>(
    db,
    `select callback_url as url from bindings where callback_url like '%&token=%' and ${middle}`,
  );
  const from = `${plain.day}T00:00:00.000Z`;
  const to = new Date(Date.parse(from) + 86_400_000).toISOString();
  const token = url.slice(url.indexOf('token=') + 6);
  return {
    number: plain.number,
    batch,
    requestId: plain.request_id,
    earlierRequestId: ids,
    token,
    from,
    to,
  };
}

/** The first page, one far down, and everything that can be looked for. */
export async function makeCases(db: Database, rows: number): Promise<HistoryCase[]> {
  const page = Math.min(10_000, Math.floor((rows * 0.6) / pageSize));
  const place = await oneRow<{ id: string; at: string }>(
    db,
    `select id, created_at::text as at from bindings order by ${newestFirst} offset ${page * pageSize - pageSize - 1} limit 1`,
  );
  const after = encodeCursor({ sort: 'time', key: new Date(place.at), id: place.id });
  return [
    { name: 'page 1', search: {}, where: '' },
    {
      name: `page ${page.toLocaleString('en')}`,
      search: { after },
      where: `(created_at, id) < ('${place.at}'::timestamptz, '${place.id}')`,
    },
    ...historyCases(await findKnown(db)),
  ];
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Longer than any statement may take, in ms; and from when on one figure is enough. */
const cancelledMs = 10_000;
const longMs = 1_000;

/**
 * On many rows something may be so slow that the database gives it up, or that a third look at it is a waste: then that
 * figure stands for all. The first look alone may be the disk's time.
 */
function timeOnce(work: () => Promise<unknown>): () => Promise<number> {
  let known: number | undefined;
  let longBefore = false;
  return async () => {
    if (known !== undefined) return known;
    const ms = await time(work).catch((error: { cause?: { code?: string } }) => {
      if (error.cause?.code === '57014') return cancelledMs;
      throw error;
    });
    if (ms >= cancelledMs || (ms > longMs && longBefore)) known = ms;
    longBefore = ms > longMs;
    return ms;
  };
}

/** The same page by hand: all columns, for the same driver to read. */
const pageByHand = ({ where, orderBy = newestFirst }: HistoryCase) =>
  sql.raw(`select id, app_id, number, number_type, callback_url, callback_host, callback_url_masked, previous_url, previous_certainty,
    previous_binding_id, restores_binding_id, actor_id, actor_name, actor_email, actor_address, source, reason, idempotency_key,
    fingerprint, created_at, state, settled_at, code, message, request_id, earlier_request_ids, duration_ms, attempt_count
    from bindings ${where && `where ${where}`} order by ${orderBy} limit ${pageSize + 1}`);

const countByHand = ({ where }: HistoryCase) =>
  sql.raw(`select count(*) from (select 1 from bindings ${where && `where ${where}`} limit 10001) as found`);

/** Runs one case; the two ways take turns, so that a busy moment hits both. */
export async function runCase(db: Database, each: HistoryCase, times: number): Promise<CaseResult> {
  const page: Times = { ours: [], byHand: [] };
  const count: Times = { ours: [], byHand: [] };
  const reader = { secrets: true };
  const ourPage = timeOnce(() => listPage(db, each.search, { ...reader, size: pageSize }));
  const ourCount = timeOnce(() => countRows(db, each.search, reader));
  const handPage = timeOnce(() => db.execute(pageByHand(each)));
  const handCount = timeOnce(() => db.execute(countByHand(each)));
  // Two more that are not counted: the first look at a page of the table is the disk's time.
  for (let done = -2; done < times; done += 1) {
    const oursMs = await ourPage();
    const byHandMs = await handPage();
    const oursCountMs = await ourCount();
    const byHandCountMs = await handCount();
    if (done < 0) continue;
    page.ours.push(oursMs);
    page.byHand.push(byHandMs);
    count.ours.push(oursCountMs);
    count.byHand.push(byHandCountMs);
  }
  return { name: each.name, unindexed: each.unindexed ?? false, streamed: false, page, count };
}

/** The same for what is not history's list: one thing to do, in two ways by turns. */
export async function runOther(
  { name, streamed = false, ...ways }: OtherCase,
  times: number,
): Promise<CaseResult> {
  const page: Times = { ours: [], byHand: [] };
  const ours = timeOnce(ways.ours);
  const byHand = timeOnce(ways.byHand);
  for (let done = -2; done < times; done += 1) {
    const oursMs = await ours();
    const byHandMs = await byHand();
    if (done < 0) continue;
    page.ours.push(oursMs);
    page.byHand.push(byHandMs);
  }
  return { name, unindexed: false, streamed, page, count: null };
}

export const p50 = (figures: readonly number[]) => quantile(figures, 0.5);
export const p95 = (figures: readonly number[]) => quantile(figures, 0.95);
