import { beforeEach, expect, it } from 'vitest';
import { giveRows, recordUrlsRead } from '#lib/audit-log/reading.ts';
import { listEvents } from '#lib/audit-log/service.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { readingBudgets } from '#lib/db/schema.ts';
import { readingLimits } from '#lib/domain/reading-limits.ts';
import { ada, sue } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

let lastRow = 0;
function nextRow(): string {
  lastRow += 1;
  return `row ${lastRow}`;
}
/** Keys that nobody was given before. */
const rowsOf = (count: number): string[] => Array.from({ length: count }, nextRow);

describeOnEachDatabase('reading', (database) => {
  beforeEach(() => database().clear());
  const give = (viewer: Viewer, keys: readonly string[], scope: 'lists' | 'batches' = 'lists') =>
    giveRows(database(), viewer, { scope, keys }, 'rows');
  const read = async (viewer: Viewer, pages: number, rows: number) => {
    const answers = [];
    for (let page = 0; page < pages; page += 1) answers.push(await give(viewer, rowsOf(rows)));
    return answers.filter(({ ok }) => ok).length;
  };
  const events = async () => {
    const page = await listEvents(database(), ada, {});
    if (!page.ok) throw new Error(page.problem.code);
    return page.value.events.map(({ kind, count, actor }) => [kind, count, actor.name]);
  };
  /** As if so many minutes had passed. */
  const pass = async (minutes: number) => {
    const rows = await database().db.select().from(readingBudgets);
    await database().db.delete(readingBudgets);
    await database()
      .db.insert(readingBudgets)
      .values(
        rows.map((row) => ({
          ...row,
          minutes: row.minutes.map(([at, count]) => [at - minutes, count] as const),
        })),
      );
  };

  it('of a thousand rows is nothing to record; more are one event that counts them', async () => {
    expect(await read(sue, 10, 100)).toBe(10);
    expect(await events()).toEqual([]);
    expect(await read(sue, 15, 100)).toBe(15);
    expect(await events()).toEqual([['bulkRead', 2500, sue.name]]);
  });

  it('of ten thousand rows in ten minutes goes on; the next ones wait, in every session of that person', async () => {
    expect(await read(sue, 101, 100)).toBe(100);
    const again = await give({ ...sue, sessionId: 'another' }, rowsOf(50));
    expect(again).toMatchObject({ problem: { code: 'reading_paced', params: { rows: 10_000 } } });
    const seconds = again.ok ? 0 : Number(again.problem.params?.seconds);
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(660);
    expect(await give(ada, rowsOf(50))).toMatchObject({ ok: true });
    expect(await give(sue, rowsOf(50), 'batches')).toMatchObject({ ok: true });
    // What was refused was not given, and counts for nothing.
    await pass(5);
    expect(await give(sue, rowsOf(1))).toMatchObject({ ok: false });
    await pass(6);
    expect(await read(sue, 12, 100)).toBe(12);
    expect(await events()).toEqual([
      ['bulkRead', 1200, sue.name],
      ['bulkRead', 10_000, sue.name],
    ]);
  });

  it('the same rows again, as an open page does each second, counts once', async () => {
    const page = rowsOf(100);
    for (let second = 0; second < 600; second += 1) expect(await give(sue, page)).toMatchObject({ ok: true });
    expect(await events()).toEqual([]);
    const [budget] = await database().db.select().from(readingBudgets);
    expect(budget?.minutes.reduce((sum, [, rows]) => sum + rows, 0)).toBe(100);
  });

  it('gives no more to many requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => give(sue, rowsOf(500))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(readingLimits.rows.lists / 500);
    expect(await events()).toEqual([['bulkRead', 10_000, sue.name]]);
  });

  it('of one answer that is larger than the limit is given once', async () => {
    expect(await give(sue, rowsOf(50_000), 'batches')).toMatchObject({ ok: true });
    expect(await give(sue, rowsOf(1), 'batches')).toMatchObject({ problem: { code: 'reading_paced' } });
  });

  it('of whole URLs for a batch is one event, however many parts it is read in', async () => {
    const facts = { use: 'facts', part: 'b1', batchId: null, urls: 2000 } as const;
    for (let part = 0; part < 5; part += 1) await recordUrlsRead(database(), ada, facts);
    await recordUrlsRead(database(), ada, { ...facts, part: 'b2', urls: 7 });
    await recordUrlsRead(database(), ada, { ...facts, part: 'b3', urls: 0 });
    await Promise.all([3, 4].map((urls) => recordUrlsRead(database(), ada, { ...facts, use: 'undo', urls })));
    expect((await events()).map(([kind, count]) => [kind, count])).toEqual([
      ['urlsRead', 7],
      ['urlsRead', 7],
      ['urlsRead', 10_000],
    ]);
  });
});
