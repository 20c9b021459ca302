import { beforeAll, expect, it } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { bindings } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';
import { listHistory } from '#lib/history/service.ts';
import { countLimit } from '#lib/history/store.ts';
import type { HistoryPage } from '#lib/history/view.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { expectAnswersTo } from '#lib/testing/db/hostile.ts';
import { bindingRow, layBindings } from '#lib/testing/db/rows.ts';

type Row = typeof bindings.$inferInsert;
const start = Date.parse('2026-03-01T00:00:00Z');

/** Rows in groups of three that share a millisecond, so that the id has to break ties. */
const rowAt = (index: number, rest: Partial<Row> = {}): Row => {
  const createdAt = new Date(start + Math.floor(index / 3) * 1000);
  return bindingRow({ id: makeBindingId(createdAt), createdAt, state: 'bound', ...rest });
};

describeOnEachDatabase('history', (database) => {
  let context: Context;
  beforeAll(() => {
    // Reading needs the database and the names of the apps; nothing here may send.
    context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
  });

  const seed = async (rows: Row[]) => {
    await database().clear();
    await layBindings(database(), rows);
  };
  const list = async (search: HistorySearch): Promise<HistoryPage> => {
    const page = await listHistory(context, ada, search);
    if (!page.ok) throw new Error(page.problem.code);
    return page.value;
  };
  const ids = (page: HistoryPage) => page.rows.map((row) => row.id);

  it('pages forth and back without a row skipped or seen twice, while rows arrive', async () => {
    const rows = Array.from({ length: 130 }, (_, index) => rowAt(index));
    await seed(rows);
    const newestFirst = rows
      .map(({ id }) => id)
      .sort()
      .reverse();
    const first = await list({});
    expect(first).toMatchObject({ previousCursor: null, total: { count: 130, exact: true } });
    const pages = [first];
    for (let page = first; page.nextCursor !== null; pages.push(page)) {
      await database()
        .db.insert(bindings)
        .values(rowAt(1000 + pages.length * 3, { state: 'sending' }));
      page = await list({ after: page.nextCursor });
    }
    expect(pages.flatMap(ids)).toEqual(newestFirst);
    const back = [pages.at(-1)];
    for (let page = back[0]; page?.previousCursor && back.length < pages.length; back.unshift(page)) {
      page = await list({ before: page.previousCursor });
    }
    expect(back.flatMap((page) => (page ? ids(page) : []))).toEqual(newestFirst);
    const newer = await list({ before: back[0]?.previousCursor ?? '' });
    expect(newer).toMatchObject({ previousCursor: null });
    expect(newer.rows).toHaveLength(pages.length - 1);
  });

  it('counts exactly up to the limit and says so beyond it', async () => {
    await seed(Array.from({ length: countLimit + 1 }, (_, index) => rowAt(index * 3)));
    expect((await list({ size: 50 })).total).toEqual({ count: countLimit, exact: false });
    const { rows, total } = await list({ size: 50, to: '2026-03-01T00:00:20Z' });
    expect([rows.length, total]).toEqual([20, { count: 20, exact: true }]);
  }, 120_000);

  it('filters: any of a list, none of a list, and all filters together', async () => {
    await seed([
      rowAt(0, { state: 'bound', numberType: 'number', appId: '1400000000' }),
      rowAt(3, { state: 'refused', numberType: 'inner', appId: '1400000001' }),
      rowAt(6, { state: 'unknown', numberType: null, appId: '1400000000' }),
    ]);
    const states = async (search: HistorySearch) => (await list(search)).rows.map((row) => row.state);
    expect(await states({ outcome: ['bound', 'refused'] })).toEqual(['refused', 'bound']);
    expect(await states({ outcome: ['bound'], not: ['outcome'] })).toEqual(['unknown', 'refused']);
    expect(await states({ type: ['none'] })).toEqual(['unknown']);
    expect(await states({ type: ['none', 'inner'], not: ['type'] })).toEqual(['bound']);
    expect(await states({ type: ['number'], not: ['type'] })).toEqual(['unknown', 'refused']);
    const person = { actorId: 'u-1', source: 'undo', callbackHost: null, callbackUrl: null } as const;
    await database().withoutGuards(
      async (db) =>
        void (await db.insert(bindings).values(rowAt(9, { ...person, number: '1001', state: 'denied' }))),
    );
    expect(await states({ actor: ['u-1'] })).toEqual(['denied']);
    expect(await states({ source: ['undo', 'api'] })).toEqual(['denied']);
    expect(await states({ number: ['1001'] })).toEqual(['denied']);
    expect(await states({ number: ['100'] })).toEqual([]);
    expect(await states({ host: ['calls.example.com'], outcome: ['bound'] })).toEqual(['bound']);
    // A row that was sent without a URL has none of the hosts.
    expect(await states({ host: ['calls.example.com'], not: ['host'] })).toEqual(['denied']);
    expect(await states({ actor: ['u-1'], source: ['bulk'], not: ['actor', 'source'] })).toHaveLength(3);
    expect(await states({ app: ['1400000000'], outcome: ['unknown', 'refused'] })).toEqual(['unknown']);
    const [batchId, another] = [
      '0199f000-0000-7000-8000-000000000001',
      '0199f000-0000-7000-8000-000000000002',
    ];
    await database().withoutGuards(
      async (db) =>
        void (await db.insert(bindings).values(rowAt(12, { batchId, batchLine: 1, state: 'unsent' }))),
    );
    expect(await states({ batch: [batchId] })).toEqual(['unsent']);
    expect(await states({ batch: [another, batchId] })).toEqual(['unsent']);
    expect(await states({ batch: [another] })).toEqual([]);
    // A row that was no line of a batch is of none of them.
    expect(await states({ batch: [batchId], not: ['batch'] })).toHaveLength(4);
    expect(await states({ from: '2026-03-01T00:00:01Z', to: '2026-03-01T00:00:02Z' })).toEqual(['refused']);
  });

  it('names the app, and shows nobody a secret of a URL, but whether what is hidden differs', async () => {
    const url = (token: string) => `https://h.acme.com/?token=${token}`;
    await seed([rowAt(0, { callbackUrl: url('abc'), previousUrl: url('abd') })]);
    const shown = {
      appName: 'Main line',
      callbackUrl: url('***'),
      previous: { url: url('***') },
      hiddenPartsDiffer: true,
    };
    for (const viewer of [ada, sue])
      expect(await listHistory(context, viewer, {})).toMatchObject({ value: { rows: [shown] } });
  });

  it('answers whatever stands in the address', async () => {
    await seed([rowAt(0)]);
    const names = ['outcome', 'app', 'type', 'batch', 'not', 'from', 'to', 'entry'];
    await expectAnswersTo(names, 150, async (params) => {
      const { search } = parseHistorySearch(params);
      expect((await listHistory(context, ada, search)).ok).toBe(true);
    });
    const raw = ['\0', '\ud800', 'x'.repeat(2000)].flatMap((q) => [{ q }, { after: q }, { before: q }]);
    for (const search of raw) expect((await listHistory(context, ada, search)).ok).toBe(true);
    expect((await list({})).rows).toHaveLength(1);
  }, 120_000);
});
