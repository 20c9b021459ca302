import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { findFacts } from '#lib/bindings/store-facts.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import { isSentForm } from '#lib/domain/numbers/phone-number.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';

const options = { rows: 3_000, seed: 7, until: new Date('2026-11-25T12:00:00Z') };

const prints: string[] = [];

describeOnEachDatabase('a history laid down', (database) => {
  beforeAll(() => seedHistory(database().db, options), 120_000);

  const complaints = async (condition: ReturnType<typeof sql>): Promise<unknown[]> =>
    (await database().db.execute(sql`select b.id from bindings b where ${condition}`)).rows;

  it('has what each binding replaced, and what it puts back', async () => {
    const earlier = sql`from bindings e where e.app_id = b.app_id and e.number = b.number and (e.created_at, e.id) < (b.created_at, b.id)`;
    const wrong = sql`b.previous_binding_id is distinct from
      (select e.id ${earlier} and e.state <> 'denied' order by e.created_at desc, e.id desc limit 1)`;
    expect(await complaints(wrong)).toEqual([]);
    const url = sql`b.previous_url is distinct from
      (select e.callback_url ${earlier} and e.state = 'bound' order by e.created_at desc, e.id desc limit 1)`;
    expect(await complaints(url)).toEqual([]);
    const restored = sql`b.restores_binding_id is not null and not exists
      (select 1 ${earlier} and e.id = b.restores_binding_id and e.callback_url is not distinct from b.callback_url)`;
    expect(await complaints(restored)).toEqual([]);
    const sources = sql`(b.source in ('undo', 'restore')) <> (b.restores_binding_id is not null)`;
    expect(await complaints(sources)).toEqual([]);
  });

  it('has the attempts that its bindings count', async () => {
    const own = sql`from attempts a where a.binding_id = b.id`;
    expect(await complaints(sql`b.attempt_count <> (select count(*) ${own})`)).toEqual([]);
    const last = sql`b.attempt_count > 0 and not exists
      (select 1 ${own} and a.n = b.attempt_count and a.outcome = b.state and a.request_id is not distinct from b.request_id)`;
    expect(await complaints(last)).toEqual([]);
  });

  it('has batches that count their lines, each of one person and one day', async () => {
    const { rows } = await database().db.execute<{ batches: number; lines: number; wrong: number }>(sql`
      select count(*)::int as batches, sum(total)::int as lines, (count(*) filter (where exists (
        select 1 from bindings b where b.batch_id = batches.id
        having count(*) <> total or max(batch_line) <> total or count(distinct batch_line) <> total or min(actor_id) <> max(actor_id)
          or min(source) <> 'bulk' or min(created_at) <> batches.created_at or max(created_at) > batches.created_at + interval '1 day'
      )))::int as wrong from batches`);
    const [found] = rows;
    expect(found?.wrong).toBe(0);
    expect(found?.lines).toBeGreaterThan(200);
    expect(found?.batches).toBeGreaterThan(100);
    expect(await complaints(sql`b.source = 'bulk' and b.state <> 'denied' and b.batch_id is null`)).toEqual(
      [],
    );
  });

  it('has lines of numbers that agree with it', async () => {
    const lines = await database().db.select().from(numbers);
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines.slice(0, 40)) {
      const { bound, newest, open } = await findFacts(database().db, line);
      expect([newest?.id, bound?.id ?? null, open?.id ?? null, bound?.callbackHost ?? null]).toEqual([
        line.newestBindingId,
        line.boundBindingId,
        line.openBindingId,
        line.boundHost,
      ]);
      expect(newest?.state).not.toBe('denied');
    }
  });

  it('is believable: every number could be sent, every outcome occurs, ids are in the order of time', async () => {
    const rows = await database().db.select().from(bindings).orderBy(bindings.createdAt);
    expect(rows).toHaveLength(options.rows);
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
    expect(rows.filter(({ number }) => !isSentForm(number)).map(({ number }) => number)).toEqual([]);
    for (const { callbackUrl, callbackUrlMasked } of rows)
      expect(callbackUrlMasked).toBe(callbackUrl && maskUrlSecrets(callbackUrl));
    expect(new Set(rows.map(({ state }) => state)).size).toBe(4);
    expect(rows.at(-1)?.createdAt.toISOString()).toMatch(/^2026-11-24T/);
    prints.push(JSON.stringify(rows));
  });

  it('is the same everywhere', () => {
    expect(new Set(prints).size).toBe(1);
  });
});
