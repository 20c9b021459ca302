import { beforeAll, expect, it } from 'vitest';
import { bindings } from '#lib/db/schema.ts';
import { historySorts, sortOrders } from '#lib/domain/history-search.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { listPage } from '#lib/history/store.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

type Row = typeof bindings.$inferInsert;

/** Every number and duration several times, and every fourth row without a duration. */
const rows: Row[] = Array.from({ length: 60 }, (_, index) =>
  bindingRow({
    number: `00867558601330${index % 7}`,
    durationMs: index % 4 === 0 ? null : 100 + (index % 5),
    createdAt: new Date(Date.parse('2026-03-01T00:00:00Z') + Math.floor(index / 3)),
    state: 'bound',
  }),
);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keys = {
  time: (a: Row, b: Row) => a.createdAt.getTime() - b.createdAt.getTime(),
  number: (a: Row, b: Row) => byText(a.number, b.number),
  duration: (a: Row, b: Row) => (a.durationMs ?? 0) - (b.durationMs ?? 0),
};

function expected({ sort = 'time', order = 'desc' }: HistorySearch): string[] {
  const ordered = rows.toSorted((a, b) => keys[sort](a, b) || byText(a.id, b.id));
  if (order === 'desc') ordered.reverse();
  const has = (row: Row) => sort !== 'duration' || row.durationMs !== null;
  return [...ordered.filter(has), ...ordered.filter((row) => !has(row))].map(({ id }) => id);
}

describeOnEachDatabase('history in another order', (database) => {
  beforeAll(async () => {
    await database().withoutGuards(async (db) => void (await db.insert(bindings).values(rows)));
  });

  const walk = async (search: HistorySearch, size: number) => {
    const pages = [await listPage(database().db, search, { size, secrets: true })];
    for (let after = pages[0]?.nextCursor; after; after = pages.at(-1)?.nextCursor)
      pages.push(await listPage(database().db, { ...search, after }, { size, secrets: true }));
    return pages;
  };

  const searches = historySorts.flatMap((sort) => sortOrders.map((order) => ({ sort, order })));
  it.each(searches)('by $sort, $order: forth and back, no row skipped or seen twice', async (search) => {
    for (const size of [1, 7, 15, 60]) {
      const forth = await walk(search, size);
      expect(forth.flatMap((page) => page.rows.map(({ id }) => id))).toEqual(expected(search));
      const back = [forth.at(-1)];
      for (let before = back[0]?.previousCursor; before; before = back[0]?.previousCursor)
        back.unshift(await listPage(database().db, { ...search, before }, { size, secrets: true }));
      expect(back.flatMap((page) => page?.rows.map(({ id }) => id) ?? [])).toEqual(expected(search));
    }
  });

  it('a cursor of another sort, or none of ours, is no cursor', async () => {
    const { nextCursor } = await listPage(database().db, { sort: 'number' }, { size: 10, secrets: true });
    for (const after of [nextCursor ?? '', 'd-1', "n-1' or true.x"]) {
      const { rows: found, previousCursor } = await listPage(
        database().db,
        { sort: 'duration', after },
        { size: 10, secrets: true },
      );
      expect(previousCursor).toBeNull();
      expect(found.map(({ id }) => id)).toEqual(expected({ sort: 'duration' }).slice(0, 10));
    }
  });
});
