import { desc, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { batches, bindings } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { listFacets } from '#lib/history/facets.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { filterOf } from '#lib/history/search-filter.ts';
import { listHistory } from '#lib/history/service.ts';
import { app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

const start = Date.parse('2026-03-01T00:00:00Z');
const idOf = (place: number) => `0199f000-0000-7000-8000-${String(place).padStart(12, '0')}`;

const batchRow = (place: number): typeof batches.$inferInsert => ({
  id: idOf(place),
  kind: 'bind',
  title: place % 2 === 0 ? null : `Move ${place}`,
  actorId: 'admin-1',
  actorName: 'Ada',
  actorEmail: 'ada@example.com',
  idempotencyKey: idOf(place),
  fingerprint: '0'.repeat(64),
  total: 10,
  createdAt: new Date(start + place),
  state: 'done',
  changedAt: new Date(start),
});

const linesOf = (place: number, count: number) =>
  Array.from({ length: count }, (_, line) =>
    bindingRow({
      batchId: idOf(place),
      batchLine: line + 1,
      source: 'bulk',
      state: 'bound',
      createdAt: new Date(start + place),
    }),
  );

describeOnEachDatabase('history by batch', (database) => {
  beforeEach(() => database().clear());

  const lay = (rows: ReturnType<typeof linesOf>, places: number[]) =>
    database().withoutGuards(async (db) => {
      await db.insert(batches).values(places.map(batchRow));
      for (let at = 0; at < rows.length; at += 1000)
        await db.insert(bindings).values(rows.slice(at, at + 1000));
    });
  const facets = async (search: HistorySearch) => {
    const found = await listFacets({ db: database().db }, sue, search);
    if (!found.ok) throw new Error(found.problem.code);
    return found.value;
  };

  it('offers the batches that such rows are of, the newest first, by their names', async () => {
    await lay([...linesOf(1, 3), ...linesOf(2, 1), bindingRow({ state: 'bound' })], [1, 2, 3]);
    const { batch, batches: names } = await facets({ outcome: ['bound'] });
    expect(batch.exact).toBe(true);
    expect(batch.values.map(({ value, count }) => [value, count])).toEqual([
      [idOf(2), 1],
      [idOf(1), 3],
    ]);
    expect(names).toEqual({
      [idOf(1)]: { title: 'Move 1', kind: 'bind', total: 10, by: 'Ada', at: '2026-03-01T00:00:00.001Z' },
      [idOf(2)]: { title: null, kind: 'bind', total: 10, by: 'Ada', at: '2026-03-01T00:00:00.002Z' },
    });
    const context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
    const page = await listHistory(context, sue, { batch: [idOf(1), idOf(4)] });
    expect(page).toMatchObject({
      value: { total: { count: 3 }, batches: { [idOf(1)]: { title: 'Move 1' } } },
    });
    expect(page.ok && Object.keys(page.value.batches)).toEqual([idOf(1)]);
  });

  it('offers the newest batches also where one of them has more lines than are counted', async () => {
    await lay([...linesOf(1, 2), ...linesOf(2, 10_001)], [1, 2, 3]);
    const { batch } = await facets({});
    expect(batch).toEqual({
      exact: false,
      values: [
        { value: idOf(2), label: null, count: 10_001 },
        { value: idOf(3), label: null, count: 0 },
        { value: idOf(1), label: null, count: 0 },
      ],
    });
  }, 120_000);

  it('is read from an index in the order of time', async () => {
    const others = Array.from({ length: 4000 }, (_, index) =>
      bindingRow({ state: 'bound', createdAt: new Date(start - index) }),
    );
    await lay([...others, ...linesOf(1, 400)], [1]);
    await database().db.execute(sql`analyze bindings`);
    const page = database()
      .db.select()
      .from(bindings)
      .where(filterOf({ batch: [idOf(1)] }, { secrets: true }))
      .orderBy(desc(bindings.createdAt), desc(bindings.id))
      .limit(26);
    const { rows } = await database().db.execute(sql`explain (format json) ${page}`);
    expect(JSON.stringify(rows)).toContain('"Index Name":"bindings_of_batch_by_time"');
    expect(JSON.stringify(rows)).not.toContain('Seq Scan');
  }, 120_000);
});
