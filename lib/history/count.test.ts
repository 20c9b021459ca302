import { expect, it } from 'vitest';
import { bindings } from '#lib/db/schema.ts';
import { countUpToLimit } from '#lib/history/count.ts';
import { countLimit } from '#lib/history/store.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

describeOnEachDatabase('a count', (database) => {
  it('beyond the limit is remembered, and any other is counted anew', async () => {
    const reader = { secrets: true };
    const count = (search: Parameters<typeof countUpToLimit>[1]) =>
      countUpToLimit(database().db, search, reader);
    await database().withoutGuards(async (db) => {
      for (let at = 0; at <= countLimit; at += 500)
        await db.insert(bindings).values(Array.from({ length: 500 }, () => bindingRow()));
    });
    expect(await count({})).toBe(countLimit + 1);
    expect(await count({ outcome: ['bound'] })).toBe(0);
    await database().clear();
    // The same rows in another order or on another page are as many.
    expect(await count({ sort: 'number', size: 50, after: 'x' })).toBe(countLimit + 1);
    expect(await count({ outcome: ['sending'] })).toBe(0);
    await database().withoutGuards(
      async (db) => void (await db.insert(bindings).values(bindingRow({ state: 'bound' }))),
    );
    expect(await count({ outcome: ['bound'] })).toBe(1);
  }, 120_000);
});
