import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { now } from '#lib/clock.ts';
import { attempts, bindings, numbers } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { getOverview } from '#lib/overview/service.ts';
import type { Gateway } from '#lib/tencent/gateway.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { attemptRow, bindingRow } from '#lib/testing/db/rows.ts';

type Row = typeof bindings.$inferInsert;
const [hour, day] = [3_600_000, 86_400_000];

const ago = (ms: number): Date => new Date(now().getTime() - ms);
const rowAgo = (ms: number, rest: Partial<Row> = {}): Row => {
  const createdAt = ago(ms);
  return bindingRow({ id: makeBindingId(createdAt), createdAt, state: 'bound', ...rest });
};

/** What is known of each number: its newest binding, the newest bound one, and a newer one that is open. */
function linesOf(rows: Row[]): (typeof numbers.$inferInsert)[] {
  const ofNumber = Map.groupBy(rows, ({ number }) => number);
  return [...ofNumber.values()].map((own) => {
    const bound = own.findLast(({ state }) => state === 'bound');
    const open = own.findLast(({ state }) => state === 'unknown');
    const isOpen = open && own.indexOf(open) > (bound ? own.indexOf(bound) : -1);
    const newest = own.at(-1) ?? open;
    return {
      appId: newest?.appId ?? '',
      number: newest?.number ?? '',
      newestBindingId: newest?.id ?? null,
      boundBindingId: bound?.id ?? null,
      openBindingId: isOpen ? open.id : null,
    };
  });
}

describeOnEachDatabase('the overview', (database) => {
  let context: Context;
  beforeAll(() => {
    const gateway = {
      endpointHost: 'ccc.example',
      simulated: true,
      credentialSource: 'environment',
      maskedSecretId: 'AKID…0001',
      proxy: null,
      clockOffsetMs: () => 0,
    } as Gateway;
    const settings = {
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
      soleProcess: true,
      horizonMs: lateArrivalMs,
    };
    context = { db: database().db, gateway, ...settings } as Context;
  });
  beforeEach(() => database().clear());

  /** Lays bindings down, oldest first, and the line of each number with them. */
  const seed = (rows: Row[]) =>
    database().withoutGuards(async (db) => {
      await db.insert(bindings).values(rows);
      await db.insert(numbers).values(linesOf(rows)).onConflictDoNothing();
    });
  const look = async (viewer = ada) => {
    const facts = await getOverview(context, viewer);
    if (!facts.ok) throw new Error(facts.problem.code);
    return facts.value;
  };

  it('says of an empty console that nothing is known', async () => {
    expect(await look(sue)).toMatchObject({
      setback: null,
      spans: [
        { span: 'day', counts: {}, exact: true },
        { span: 'week', counts: {}, exact: true },
      ],
      unknown: { rows: [], repeatable: [], count: 0, exact: true },
      unsettled: { rows: [], count: 0, exact: true },
      latest: [],
      contact: { answeredAt: null, silence: null, clock: null },
      connection: { maskedSecretId: 'AKID…0001', lastCheck: null },
    });
  });

  it('counts outcomes of the last day and of the last seven, and begins where its links begin', async () => {
    await seed([
      rowAgo(hour),
      rowAgo(2 * hour, { state: 'refused' }),
      rowAgo(2 * day, { state: 'refused' }),
      rowAgo(6 * day, { state: 'denied' }),
      rowAgo(8 * day, { state: 'unknown' }),
    ]);
    const { spans } = await look();
    expect(spans.map(({ counts }) => counts)).toEqual([
      { bound: 1, refused: 1 },
      { bound: 1, refused: 2, denied: 1 },
    ]);
    for (const { from } of spans) expect(from).toMatch(/:00\.000Z$/);
  });

  it('lists numbers whose outcome is unknown once each, the longest waiting first, and none that was settled since', async () => {
    const number = (digit: number) => `008675586000000${digit}`;
    const unknown = (hours: number, digit: number) =>
      rowAgo(hours * hour, { state: 'unknown', number: number(digit) });
    const settled = rowAgo(hour, { number: number(3) });
    const before = rowAgo(90 * hour, { number: number(4) });
    const refused = rowAgo(hour, { state: 'refused', number: number(2) });
    const rows = [before, unknown(50, 1), unknown(40, 2), unknown(30, 1), unknown(20, 3), unknown(10, 4)];
    await seed([...rows, settled, refused]);
    const { unknown: open } = await look();
    expect(open.rows.map((row) => row.number)).toEqual([number(2), number(1), number(4)]);
    expect(open).toMatchObject({ count: 3, exact: true });
    // Of the other one something newer was tried, so its present state is not what an old change left.
    expect(open.repeatable).toEqual([open.rows[1]?.id, open.rows[2]?.id]);
  });

  it('lists numbers that an older change may yet replace, those first that wait for a person', async () => {
    const minute = 60_000;
    const pair = (minutesAgo: number, digit: number): [Row, Row] => {
      const rest = { number: `008675586000000${digit}` };
      const unknown = rowAgo(minutesAgo * minute, {
        ...rest,
        state: 'unknown',
        callbackUrl: 'https://old.acme.com/',
      });
      return [unknown, rowAgo(minutesAgo * minute - 1_000, { ...rest, attemptCount: 1 })];
    };
    const [waits, left, due] = [pair(2, 1), pair(60, 2), pair(7, 3)];
    await seed([...left, ...due, ...waits]);
    await database().withoutGuards(async (db) => {
      for (const [unknown, bound] of [waits, left, due]) {
        const over = (row: Row) => ({ committedAt: row.createdAt, finishedAt: row.createdAt });
        const attemptsOf = [
          attemptRow(unknown, { ...over(unknown), outcome: 'unknown' }),
          attemptRow(bound, { ...over(bound), outcome: 'bound' }),
        ];
        await db.insert(attempts).values(attemptsOf);
      }
    });
    const { unsettled, unknown } = await look();
    expect(unknown.count).toBe(0);
    expect(unsettled).toMatchObject({ count: 3, exact: true });
    expect(unsettled.rows.map(({ id }) => id)).toEqual([left[1].id, due[1].id, waits[1].id]);
    expect(unsettled.rows.map((row) => row.unsettled)).toMatchObject([
      { step: 'leave', olderId: left[0].id },
      { step: 'send', olderId: due[0].id },
      { step: 'wait', until: new Date(waits[0].createdAt.getTime() + lateArrivalMs).toISOString() },
    ]);
  });

  it('shows the ten newest changes, to a reader without the secrets of their URLs', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      rowAgo(index * hour, { callbackUrl: `https://h.acme.com/?token=abc${index}` }),
    );
    await seed(rows);
    expect((await look()).latest.map(({ id }) => id)).toEqual(rows.slice(0, 10).map(({ id }) => id));
    expect((await look(sue)).latest[0]?.callbackUrl).toBe('https://h.acme.com/?token=***');
  });

  it('knows of the provider what the newest requests told', async () => {
    const row = rowAgo(hour);
    await seed([row]);
    await database().withoutGuards(async (db) => {
      const finished = { finishedAt: ago(hour), outcome: 'bound', clockSkewMs: 120_000 } as const;
      await db.insert(attempts).values([attemptRow(row, finished), attemptRow(row, { n: 2 })]);
    });
    const { contact } = await look();
    expect(contact).toMatchObject({ silence: null, clock: { skewMs: 120_000 } });
    expect(contact.answeredAt).not.toBeNull();
  });

  it('reads by index in a long history', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) =>
      rowAgo((index + 1) * hour, { state: index % 200 === 0 ? 'unknown' : 'bound' }),
    );
    for (let at = 0; at < rows.length; at += 1000) await seed(rows.slice(at, at + 1000));
    await database().db.execute(sql`analyze bindings, numbers`);
    const plan = async (query: ReturnType<typeof sql>) =>
      JSON.stringify((await database().db.execute(sql`explain ${query}`)).rows);
    expect(
      await plan(
        sql`select state from bindings where created_at >= now() - interval '7 days' order by created_at desc limit 100001`,
      ),
    ).toMatch(/bindings_by_time/);
    expect(
      await plan(
        sql`select * from numbers where open_binding_id is not null order by open_binding_id limit 1001`,
      ),
    ).toMatch(/numbers_open/);
    expect(
      await plan(
        sql`select * from attempts where finished_at is not null order by finished_at desc limit 50`,
      ),
    ).toMatch(/attempts_finished/);
  }, 120_000);
});
