import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { attempts, bindings, home, numbers } from '#lib/db/schema.ts';
import type { SetbackKind } from '#lib/domain/setback.ts';
import { makeTimeOrderedId } from '#lib/domain/time-ordered-id.ts';
import { findSetback, takeStock } from '#lib/safe-mode/store.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { attemptRow, bindingRow } from '#lib/testing/db/rows.ts';

describeOnEachDatabase('a database that is looked at', (database) => {
  beforeEach(() => database().clear());

  const told: SetbackKind[] = [];
  const look = async (place: string, knownBeats: number | null = null) => {
    const onSetback = async (_: unknown, kind: SetbackKind) => void told.push(kind);
    return takeStock(database().db, { place, knownBeats, onSetback });
  };
  /** Nobody has given a sign of life for so many minutes. */
  const letPass = (minutes: number) =>
    database()
      .db.update(home)
      .set({ seenAt: sql`seen_at - ${minutes} * interval '1 minute'` });
  const leaveOpen = async () => {
    const row = bindingRow();
    await database().db.insert(bindings).values(row);
    await database().db.insert(attempts).values(attemptRow(row));
  };

  it('is at home where it was last, also for many that look at once', async () => {
    expect(await look('here')).toEqual({ beats: 1, found: null });
    const more = await Promise.all([1, 2, 3].map(() => look('here')));
    expect(more.map(({ found }) => found)).toEqual([null, null, null]);
    expect(await look('here', 4)).toEqual({ beats: 5, found: null });
    expect(await findSetback(database().db)).toBeNull();
  });

  it('was restored when it is elsewhere at a start: the first who looks says so, and says since when', async () => {
    await look('here');
    await letPass(3);
    const [row] = await database().db.select().from(home);
    told.length = 0;
    const found = await Promise.all([1, 2, 3].map(() => look('there')));
    expect(found.map((each) => each.found).sort()).toEqual([null, null, 'restored'].sort());
    expect(told).toEqual(['restored']);
    expect(await findSetback(database().db)).toMatchObject({ kind: 'restored', since: row?.seenAt });
  });

  it('was restored when a running process knows of more than it holds', async () => {
    const { beats } = await look('here');
    await look('here');
    expect(await look('here', beats + 2)).toMatchObject({ found: 'restored' });
  });

  it('was taken along by a failover when a running process finds elsewhere all it knows of', async () => {
    const { beats } = await look('here');
    expect(await look('there', beats)).toMatchObject({ found: null });
    expect(await look('there')).toMatchObject({ found: null });
  });

  it('stood still for too long only where something was under way, and only for more than a quarter of an hour', async () => {
    await look('here');
    await letPass(16);
    expect(await look('here')).toMatchObject({ found: null });
    await leaveOpen();
    await letPass(14);
    expect(await look('here')).toMatchObject({ found: null });
    await letPass(16);
    // A process that runs had its own clock stand still, or set: it goes on.
    expect(await look('here', 3)).toMatchObject({ found: null });
    await letPass(16);
    expect(await look('here')).toMatchObject({ found: 'away' });
    expect(await findSetback(database().db)).toMatchObject({ kind: 'away' });
  });

  it('that was restored still was when nobody came for a while afterwards', async () => {
    await look('here');
    await leaveOpen();
    await look('there');
    const restored = await findSetback(database().db);
    await letPass(16);
    expect(await look('there')).toMatchObject({ found: 'away' });
    expect(await findSetback(database().db)).toEqual(restored);
  });

  it('leaves nothing noticed when what has to be done about it fails', async () => {
    await look('here');
    const failing = takeStock(database().db, {
      place: 'there',
      knownBeats: null,
      onSetback: async () => {
        throw new Error('no');
      },
    });
    await expect(failing).rejects.toThrow('no');
    expect(await findSetback(database().db)).toBeNull();
    expect(await look('there')).toMatchObject({ found: 'restored' });
  });

  it('counts the numbers of which nothing newer is known', async () => {
    const line = (digit: number, at: Date, bound: boolean) => {
      const id = makeTimeOrderedId(at);
      const rest = bound ? { boundBindingId: id } : {};
      return { appId: '1400000000', number: `00867555550000${digit}`, newestBindingId: id, ...rest };
    };
    const now = Date.now();
    await look('here');
    await database().withoutGuards(async (db) => {
      await db
        .insert(numbers)
        .values([
          line(1, new Date(now - 60_000), true),
          line(2, new Date(now - 50_000), true),
          line(3, new Date(now - 40_000), false),
          line(4, new Date(now + 60_000), true),
        ]);
    });
    await look('there');
    expect(await findSetback(database().db)).toMatchObject({ numbers: 2, batches: 0 });
  });
});
