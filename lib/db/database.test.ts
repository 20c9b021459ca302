import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bindings } from '#lib/db/schema/bindings.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

describeOnEachDatabase('one meaning on both databases', (database) => {
  it('a raw count is a string and a cast one a number', async () => {
    const { rows } = await database().db.execute(
      sql`select count(*) as raw, count(*)::int as cast from bindings`,
    );
    expect(rows).toEqual([{ raw: '0', cast: 0 }]);
  });

  it('a stored binding is read back as it was written', async () => {
    const row = bindingRow({
      callbackUrl: 'https://例え.example/呼ぶ?q=📞',
      reason: "it's %_\\ \n",
      number: '00861234',
    });
    await database().db.insert(bindings).values(row);
    expect(await database().db.select().from(bindings)).toEqual([expect.objectContaining(row)]);
  });

  it('a transaction that throws leaves nothing', async () => {
    await database().clear();
    const failing = database().db.transaction(async (transaction) => {
      await transaction.insert(bindings).values(bindingRow());
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await database().db.$count(bindings)).toBe(0);
  });

  it('relations are found by name', async () => {
    await database().clear();
    expect(await database().db.query.bindings.findMany()).toEqual([]);
  });
});
