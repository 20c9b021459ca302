import { beforeEach, expect, it } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { now } from '#lib/clock.ts';
import { bindings } from '#lib/db/schema.ts';
import { getChart } from '#lib/history/chart.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

type Row = typeof bindings.$inferInsert;
const rowAt = (at: string | Date, rest: Partial<Row> = {}): Row => {
  const createdAt = new Date(at);
  return bindingRow({ id: makeBindingId(createdAt), createdAt, state: 'bound', ...rest });
};

describeOnEachDatabase('the chart of history', (database) => {
  beforeEach(() => database().clear());
  const seed = (rows: Row[]) =>
    database().withoutGuards(async (db) => void (await db.insert(bindings).values(rows)));
  const draw = async (search: HistorySearch, zone = 'UTC', rest: { mostRows?: number } = {}) => {
    const found = await getChart({ db: database().db }, sue, { search, zone, ...rest });
    if (!found.ok) throw new Error(found.problem.code);
    return found.value;
  };
  const filled = (view: Awaited<ReturnType<typeof draw>>) =>
    view.buckets
      .filter(({ counts }) => Object.keys(counts).length > 0)
      .map(({ from, counts }) => [from, counts]);

  it('counts outcomes in buckets of the zone, within the filter and the range', async () => {
    await seed([
      rowAt('2026-11-03T15:59:59.999Z'),
      rowAt('2026-11-03T16:00:00Z', { state: 'refused' }),
      rowAt('2026-11-03T16:20:00Z', { callbackHost: 'other.example' }),
      rowAt('2026-12-31T00:00:00Z'),
    ]);
    const range = { from: '2026-10-20T00:00:00Z', to: '2026-12-15T00:00:00Z' };
    expect(filled(await draw(range, 'Asia/Shanghai'))).toEqual([
      ['2026-11-02T16:00:00.000Z', { bound: 1 }],
      ['2026-11-03T16:00:00.000Z', { refused: 1, bound: 1 }],
    ]);
    expect(filled(await draw({ ...range, host: ['other.example'] }))).toEqual([
      ['2026-11-03T00:00:00.000Z', { bound: 1 }],
    ]);
    expect(await draw(range)).toMatchObject({ because: 'asked', zone: 'UTC' });
    expect(await draw(range, "Mars'; --")).toMatchObject({ zone: 'UTC' });
  });

  it('shows the last 30 days where no range is asked for, and says so', async () => {
    const day = 86_400_000;
    await seed([29, 31, 0].map((days) => rowAt(new Date(now().getTime() - days * day - 1000))));
    const view = await draw({});
    expect(view.because).toBe('usual');
    expect(filled(view)).toHaveLength(2);
    expect(filled(await draw({ to: new Date(now().getTime() - 30 * day).toISOString() }))).toHaveLength(1);
  });

  it('shows the newest part of a range that holds too much, and says from where on', async () => {
    const hour = 3_600_000;
    await seed(
      Array.from({ length: 300 }, (_, index) => rowAt(new Date(Date.UTC(2026, 0, 1) + index * hour))),
    );
    const range = { from: '2026-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z' };
    const view = await draw(range, 'UTC', { mostRows: 100 });
    expect(view.because).toBe('many');
    expect([view.from, view.to]).toEqual(['2026-01-09T07:00:00.000Z', '2026-03-01T00:00:00.000Z']);
    const total = view.buckets.reduce((sum, { counts }) => sum + (counts.bound ?? 0), 0);
    expect(total).toBe(101);
    expect(await draw(range, 'UTC', { mostRows: 300 })).toMatchObject({ because: 'asked' });
  });

  it('answers whatever stands in the address', async () => {
    for (const search of [
      { from: '0000-01-01T00:00:00Z' },
      { to: '0000-01-01T00:00:00Z' },
      { from: '9999-12-31T23:59:59.999Z' },
      { to: '9999-12-31T23:59:59.999Z' },
      { from: '0000-01-01T00:00:00Z', to: '9999-12-31T23:59:59.999Z' },
    ])
      expect((await draw(search, 'Asia/Shanghai')).buckets.length).toBeLessThan(80);
  });
});
