import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { refreshNumberLine } from '#lib/bindings/store-number.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { listNumbers } from '#lib/numbers/service.ts';
import { ada } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase, type TestDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

const apps = [
  { id: '1400000000', name: 'Main line' },
  { id: '1400000001', name: 'Sales' },
];

type Known = Partial<typeof bindings.$inferInsert> & { number: string };

export const url = (path: string): string => `https://hooks.acme.com/${path}`;

/** A number as the provider's list left it. */
export const listedLine = (
  number: string,
  providerState: number | null,
  providerListed: boolean | null = true,
) => ({
  appId: '1400000000',
  number,
  providerState,
  providerListed,
  providerReadAt: new Date('2026-03-02T00:00:00Z'),
});

/** Runs the tests on both databases, each with a board to fill and read. */
export function describeBoard(title: string, tests: (board: ReturnType<typeof boardOver>) => void): void {
  describeOnEachDatabase(title, (database) => tests(boardOver(database)));
}

function boardOver(database: () => TestDatabase) {
  // Reading needs the database and the names of the apps; nothing here may send.
  const context = () =>
    ({
      db: database().db,
      ...appsOf(database().db, apps),
      hiddenPartKey: () => 'a key for tests',
    }) as Context;

  /** Lays down one binding each, in this order, and what is known of their numbers. */
  const seed = async (known: Known[], listed: (typeof numbers.$inferInsert)[] = []) => {
    await database().clear();
    const rows = known.map((each, index) => {
      const createdAt = new Date(Date.parse('2026-03-01T00:00:00Z') + index * 1000);
      const host = each.callbackUrl ? new URL(each.callbackUrl).host : null;
      return bindingRow({
        id: makeBindingId(createdAt),
        createdAt,
        state: 'bound',
        callbackHost: host,
        ...each,
      });
    });
    await database().withoutGuards(async (db) => {
      if (rows.length > 0) await db.insert(bindings).values(rows);
      for (const { appId, number, id } of rows) {
        await db
          .insert(numbers)
          .values({ appId, number, newestBindingId: id })
          .onConflictDoUpdate({
            target: [numbers.appId, numbers.number],
            set: { newestBindingId: id },
          });
      }
      for (const { appId, number } of rows) await refreshNumberLine(db, { appId, number });
      if (listed.length > 0) await db.insert(numbers).values(listed);
    });
  };
  const list = async (search: NumbersSearch, viewer = ada) => {
    const page = await listNumbers(context(), viewer, search);
    if (!page.ok) throw new Error(page.problem.code);
    return page.value;
  };
  const found = async (search: NumbersSearch, viewer = ada) =>
    (await list(search, viewer)).rows.map(({ number }) => number);
  return { context, database, seed, list, found };
}
