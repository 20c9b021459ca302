import { beforeEach, expect, it } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { type bindings, user } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { listFacets } from '#lib/history/facets.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { listHistory } from '#lib/history/service.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow, layBindings } from '#lib/testing/db/rows.ts';

type Row = typeof bindings.$inferInsert;
let taken = 0;
const row = (rest: Partial<Row>): Row => {
  taken += 1;
  const createdAt = new Date(Date.UTC(2026, 2, 1) + taken * 1000);
  return bindingRow({ id: makeBindingId(createdAt), createdAt, state: 'bound', ...rest });
};

describeOnEachDatabase('what history can be filtered by', (database) => {
  beforeEach(() => database().clear());
  const seed = (rows: Row[]) => layBindings(database(), rows);
  const facets = async (search: HistorySearch) => {
    const found = await listFacets({ db: database().db }, sue, search);
    if (!found.ok) throw new Error(found.problem.code);
    return found.value;
  };
  const counted = async (search: HistorySearch, name: 'outcome' | 'host' | 'actor' | 'type' | 'source') =>
    Object.fromEntries((await facets(search))[name].values.map(({ value, count }) => [value, count]));

  it('is counted within all other filters, and not within its own', async () => {
    await seed([
      row({ callbackHost: 'a.example', state: 'bound' }),
      row({ callbackHost: 'a.example', state: 'refused', numberType: null }),
      row({ callbackHost: 'b.example', state: 'refused', source: 'undo' }),
      row({ callbackHost: null, state: 'unknown', numberType: 'inner' }),
    ]);
    expect(await counted({}, 'host')).toEqual({ 'a.example': 2, 'b.example': 1 });
    expect(await counted({ outcome: ['refused'] }, 'host')).toEqual({ 'a.example': 1, 'b.example': 1 });
    expect(await counted({ outcome: ['refused'] }, 'outcome')).toEqual({ bound: 1, refused: 2, unknown: 1 });
    const both: HistorySearch = { outcome: ['refused'], host: ['b.example'], not: ['host'] };
    expect(await counted(both, 'outcome')).toEqual({ bound: 1, refused: 1, unknown: 1 });
    expect(await counted(both, 'host')).toEqual({ 'a.example': 1, 'b.example': 1 });
    expect(await counted({}, 'type')).toEqual({ number: 2, none: 1, inner: 1 });
    expect(await counted({ q: 'b.example' }, 'source')).toEqual({});
  });

  it('names people, and those a search asks for also in the page of rows', async () => {
    await seed([
      row({ actorId: 'u-1', actorName: 'Ada' }),
      row({ actorId: 'u-2', actorName: 'Left Long Ago' }),
    ]);
    await database().db.insert(user).values({ id: 'u-1', name: 'Ada Lovelace', email: 'ada@acme.com' });
    expect((await facets({})).actor.values).toEqual([
      { value: 'u-1', label: 'Ada', count: 1 },
      { value: 'u-2', label: 'Left Long Ago', count: 1 },
    ]);
    const context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
    const page = await listHistory(context, ada, { actor: ['u-1', 'u-2', 'u-3'] });
    expect(page).toMatchObject({ value: { people: { 'u-1': 'Ada Lovelace', 'u-2': 'Left Long Ago' } } });
  });

  it('counts the newest 10,000 rows and says so', async () => {
    await seed(Array.from({ length: 10_001 }, () => row({})));
    const { outcome } = await facets({});
    expect(outcome).toMatchObject({ exact: false, values: [{ value: 'bound', count: 10_001 }] });
    expect((await facets({ outcome: ['refused'] })).host).toEqual({ exact: true, values: [] });
  }, 120_000);
});
