import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { afterCommit } from '#lib/db/after-commit.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('what is to run after a commit', (database) => {
  const ran: string[] = [];
  const run = (name: string) => () => void ran.push(name);

  it('runs after the transaction in the order it was given, and not before', async () => {
    ran.length = 0;
    await database().db.transaction(async (outer) => {
      afterCommit(outer, run('first'));
      await outer.transaction(async (inner) => afterCommit(inner, run('second')));
      await outer.execute(sql`select 1`);
      expect(ran).toEqual([]);
    });
    expect(ran).toEqual(['first', 'second']);
  });

  it('does not run after a rollback, of the whole or of the inner part', async () => {
    ran.length = 0;
    const give = async (db: Parameters<typeof afterCommit>[0]) => {
      afterCommit(db, run('lost'));
      throw new Error('no');
    };
    await expect(database().db.transaction(give)).rejects.toThrow('no');
    await database().db.transaction(async (outer) => {
      await outer.transaction(give).catch(() => {});
      afterCommit(outer, run('kept'));
    });
    expect(ran).toEqual(['kept']);
  });

  it('runs at once outside a transaction', () => {
    ran.length = 0;
    afterCommit(database().db, run('now'));
    expect(ran).toEqual(['now']);
  });
});
