import { beforeEach, expect, it } from 'vitest';
import { makeBindingId } from '#lib/bindings/binding-id.ts';
import { listHistory } from '#lib/bindings/service.ts';
import { ada, app, sue } from '#lib/bindings/test-bench.ts';
import { type bindings, exportTickets } from '#lib/db/schema.ts';
import { describeOnEachDatabase } from '#lib/db/test-database.ts';
import { bindingRow, layBindings } from '#lib/db/test-rows.ts';
import { readCsv } from '#lib/domain/csv.ts';
import type { Context } from '#lib/entry/context.ts';
import { listEvents } from '#lib/events/service.ts';
import { exportColumns } from '#lib/exports/export-row.ts';
import type { ExportInput } from '#lib/exports/schema.ts';
import { countExport, openExport, startExport } from '#lib/exports/service.ts';
import { seedHistory } from '#scripts/seed/history.ts';

type Row = typeof bindings.$inferInsert;
const start = Date.parse('2026-03-01T00:00:00Z');
const zone = 'Asia/Shanghai';
const batchId = '0199f000-0000-7000-8000-000000000001';

/** Rows in groups of three that share a millisecond, so that the id has to break ties. */
const rowAt = (index: number, rest: Partial<Row> = {}): Row => {
  const createdAt = new Date(start + Math.floor(index / 3) * 1000);
  return bindingRow({ id: makeBindingId(createdAt), createdAt, state: 'bound', ...rest });
};

describeOnEachDatabase('an export', (database) => {
  const context = () => ({ db: database().db, apps: async () => [app] }) as Context;
  beforeEach(() => database().clear());

  const seed = (rows: Row[]) => layBindings(database(), rows);
  const begin = async (input: Partial<ExportInput> = {}, viewer = sue) => {
    const ready = await startExport(context(), viewer, { search: {}, format: 'csv', zone, ...input });
    if (!ready.ok) throw new Error(ready.problem.code);
    return ready.value;
  };
  const open = async (id: string, viewer = sue) => {
    const opened = await openExport(context(), viewer, id);
    if (!opened.ok) throw new Error(opened.problem.code);
    const { parts, ...rest } = opened.value;
    let text = '';
    for await (const part of parts) text += part;
    return { ...rest, text };
  };
  const read = (text: string) => {
    const rows = readCsv(text);
    if (!rows.ok) throw new Error(`No CSV in line ${rows.problem.line}`);
    const [head = [], ...lines] = rows.value;
    return lines.map((line) => Object.fromEntries(line.map((cell, at) => [head[at], cell])));
  };

  it('has every row of the filters and no other, newest first, however many pages they fill', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) =>
      rowAt(index, { state: index % 5 === 0 ? 'refused' : 'bound' }),
    );
    await seed(rows);
    const search = { outcome: ['bound' as const] };
    expect(await countExport(context(), sue, search)).toEqual({ ok: true, value: { rows: 2_000 } });
    const ready = await begin({ search });
    expect(ready.rows).toBe(2_000);
    const wanted = rows.filter((row) => row.state === 'bound').map((row) => row.id);
    expect(read((await open(ready.id)).text).map((row) => row.id)).toEqual(wanted.sort().reverse());
  });

  it('equals what history shows', async () => {
    await seed([
      rowAt(0, {
        number: '0086075586013388',
        callbackUrl: 'https://h.acme.com/?token=opensesame',
        previousUrl: 'https://h.acme.com/old',
        previousCertainty: 'exact',
        reason: '=HYPERLINK("https://x")\r\n"quoted", and more',
        code: 'OperationDenied',
        message: "'quoted",
        durationMs: 120,
        batchId,
        batchLine: 7,
        settledAt: new Date('2026-03-01T00:00:01.500Z'),
      }),
    ]);
    const history = await listHistory(context(), sue, {});
    const [shown] = history.ok ? history.value.rows : [];
    const { text } = await open((await begin({ search: { batch: [batchId] } })).id);
    expect(text.startsWith('\ufeff"time_utc"')).toBe(true);
    expect(text).toContain(`"'0086075586013388"`);
    expect(text).toContain(`"'=HYPERLINK(""https://x"")`);
    expect(text).not.toContain('opensesame');
    const [row] = read(text);
    expect(Object.keys(row ?? {}).map((name) => name.replace(/ .*/, ''))).toEqual(exportColumns);
    expect(row).toMatchObject({
      time_utc: '2026-03-01T00:00:00.000Z',
      [`time_local (${zone})`]: '2026-03-01 08:00:00',
      id: shown?.id,
      app_name: 'Main line',
      number: '0086075586013388',
      outcome: 'bound',
      callback_url: shown?.callbackUrl,
      previous_url: shown?.previous.url,
      reason: shown?.reason,
      message: "'quoted",
      request_id: null,
      duration_ms: '120',
      batch_id: shown?.batch?.id,
      batch_line: '7',
    });
    const json = await open((await begin({ format: 'jsonl' })).id);
    expect(JSON.parse(json.text)).toMatchObject({
      time_utc: '2026-03-01T00:00:00.000Z',
      time_local: '2026-03-01 08:00:00',
      zone,
      number: '0086075586013388',
      callback_url: shown?.callbackUrl,
      reason: shown?.reason,
      request_id: null,
      duration_ms: 120,
    });
  });

  it('is named after its range and zone', async () => {
    const range = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T12:30:00.000Z' };
    expect((await open((await begin({ search: range })).id)).fileName).toBe(
      'patchboard-history_2026-03-01T0800_2026-03-02T2030_Asia-Shanghai.csv',
    );
    expect((await open((await begin({ format: 'jsonl' })).id)).fileName).toMatch(
      /^patchboard-history_start_\d{4}-\d\d-\d\dT\d{4}_Asia-Shanghai\.jsonl$/,
    );
  });

  it('counts to the last row, and leaves out what comes after the question', async () => {
    await seedHistory(database().db, { rows: 12_345, until: new Date('2026-01-01') });
    const ready = await begin();
    expect(ready.rows).toBe(12_345);
    await seed([rowAt(30)]);
    expect(read((await open(ready.id)).text)).toHaveLength(12_345);
  }, 120_000);

  it('is recorded with who, which filters, how many rows and which format, before anybody fetches it', async () => {
    await seed([rowAt(0, { state: 'refused' }), rowAt(3)]);
    const { id } = await begin({ search: { outcome: ['refused'], q: 'calls.example' }, format: 'jsonl' });
    const recorded = await listEvents(context(), ada, {});
    expect(recorded.ok && recorded.value.events).toMatchObject([
      {
        id,
        kind: 'export',
        actor: { id: sue.id, name: 'Sue' },
        details: { rows: 1, format: 'jsonl', query: 'q=calls.example&outcome=refused', zone },
      },
    ]);
  });

  it('is fetched once, in time, by whoever asked for it', async () => {
    await seed([rowAt(0)]);
    const missing = { ok: false, problem: { code: 'not_found' } };
    const { id } = await begin();
    expect(await openExport(context(), ada, id)).toMatchObject(missing);
    const both = await Promise.all([openExport(context(), sue, id), openExport(context(), sue, id)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await openExport(context(), sue, id)).toMatchObject(missing);
    const late = await begin();
    await database()
      .db.update(exportTickets)
      .set({ expiresAt: new Date(Date.now() - 1) });
    expect(await openExport(context(), sue, late.id)).toMatchObject(missing);
    for (const other of ['', 'x', "' or 1=1 --", '\0', '00000000-0000-7000-8000-000000000000'])
      expect(await openExport(context(), sue, other)).toMatchObject(missing);
  });

  it('of nothing is a head without lines', async () => {
    const ready = await begin({ search: { q: 'nothing-like-this' } });
    expect(ready.rows).toBe(0);
    expect(read((await open(ready.id)).text)).toEqual([]);
  });
});
