import { readSheet } from 'read-excel-file/universal';
import { beforeEach, expect, it } from 'vitest';
import { listEvents } from '#lib/audit-log/service.ts';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { type bindings, exportTickets } from '#lib/db/schema.ts';
import { readCsv } from '#lib/domain/csv.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { exportColumns } from '#lib/exports/export-row.ts';
import type { ExportInput } from '#lib/exports/schema.ts';
import { countExport, openExport, readExportTurn, startExport } from '#lib/exports/service.ts';
import { listHistory } from '#lib/history/service.ts';
import { exportQueue } from '#lib/server/export-queue.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow, layBindings } from '#lib/testing/db/rows.ts';
import { seedHistory } from '#lib/testing/seed/history.ts';

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
  const context = () =>
    ({
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    }) as Context;
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
    const pieces: Uint8Array[] = [];
    for await (const part of parts) pieces.push(typeof part === 'string' ? Buffer.from(part) : part);
    const bytes = Buffer.concat(pieces);
    return { ...rest, bytes, text: bytes.toString() };
  };
  const giveUp = (id: string, viewer = sue) => exportQueue().take(id, viewer.id).end();
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
      hidden_parts_differ: 'no',
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

  it('is a workbook whose texts stay what they are and whose times are times', async () => {
    await seed([
      ...Array.from({ length: 1_200 }, (_, index) => rowAt(index + 30)),
      rowAt(0, {
        number: '0086075586013388',
        reason: '=1+1\u0007 _x0041_ <b>&"\n\ud800',
        callbackUrl: 'https://h.acme.com/?token=opensesame',
        durationMs: 120,
      }),
    ]);
    const ready = await begin({ format: 'xlsx' });
    const { bytes, fileName, contentType } = await open(ready.id);
    expect(fileName).toMatch(/_Asia-Shanghai\.xlsx$/);
    expect(contentType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const rows = await readSheet(new Blob([new Uint8Array(bytes)]), { trim: false });
    expect(rows).toHaveLength(ready.rows + 1);
    expect(rows[0]).toEqual(
      exportColumns.map((name) => (name === 'time_local' ? `${name} (${zone})` : name)),
    );
    const row = Object.fromEntries(exportColumns.map((name, at) => [name, rows.at(-1)?.[at]]));
    expect(row).toMatchObject({
      time_utc: new Date('2026-03-01T00:00:00Z'),
      number: '0086075586013388',
      reason: '=1+1\u0007 _x0041_ <b>&"\n\ufffd',
      duration_ms: 120,
      request_id: null,
    });
    // A third of a day has no end in decimals.
    expect(Math.round(Number(row.time_local) / 1000)).toBe(Date.UTC(2026, 2, 1, 8) / 1000);
    expect(JSON.stringify(row)).not.toContain('opensesame');
  });

  it('gives its thread up when nobody reads on', async () => {
    await seed(Array.from({ length: 1_200 }, (_, index) => rowAt(index)));
    const opened = await openExport(context(), sue, (await begin({ format: 'xlsx' })).id);
    if (!opened.ok) throw new Error(opened.problem.code);
    const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    const before = threads();
    const parts = opened.value.parts[Symbol.asyncIterator]();
    expect((await parts.next()).value).toBeInstanceOf(Uint8Array);
    await parts.return?.();
    expect(threads()).toBeLessThanOrEqual(before);
  });

  it('says where both URLs read alike and only what is hidden differs', async () => {
    const url = (token: string) => `https://h.acme.com/in?token=${token}`;
    await seed([
      rowAt(0, { previousUrl: url('first'), callbackUrl: url('second') }),
      rowAt(3, { previousUrl: url('second'), callbackUrl: url('second') }),
    ]);
    const { text } = await open((await begin()).id);
    const rows = read(text);
    expect(rows.map((row) => [row.previous_url === row.callback_url, row.hidden_parts_differ])).toEqual([
      [true, 'no'],
      [true, 'yes'],
    ]);
    const json = await open((await begin({ format: 'jsonl' })).id);
    const lines = json.text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).hidden_parts_differ)).toEqual(['no', 'yes']);
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
    giveUp(id);
  });

  it('is fetched once, in time, by whoever asked for it', async () => {
    await seed([rowAt(0)]);
    const missing = { ok: false, problem: { code: 'not_found' } };
    const { id } = await begin();
    expect(await openExport(context(), ada, id)).toMatchObject(missing);
    expect(await readExportTurn(context(), ada, id)).toMatchObject(missing);
    expect(await readExportTurn(context(), sue, id)).toEqual({ ok: true, value: { place: null } });
    const both = await Promise.all([openExport(context(), sue, id), openExport(context(), sue, id)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await openExport(context(), sue, id)).toMatchObject(missing);
    expect(await readExportTurn(context(), sue, id)).toMatchObject(missing);
    giveUp(id);
    const late = await begin();
    await database()
      .db.update(exportTickets)
      .set({ expiresAt: new Date(Date.now() - 1) });
    expect(await openExport(context(), sue, late.id)).toMatchObject(missing);
    expect(await readExportTurn(context(), sue, late.id)).toMatchObject(missing);
    giveUp(late.id);
    for (const other of ['', 'x', "' or 1=1 --", '\0', '00000000-0000-7000-8000-000000000000'])
      expect(await openExport(context(), sue, other)).toMatchObject(missing);
  });

  it('waits while two others are written, and is written as soon as one of them is given up', async () => {
    await seed([rowAt(0)]);
    const third = { ...sue, id: 'person-3' };
    const [one, two] = [await begin(), await begin({}, ada)];
    expect([one.place, two.place]).toEqual([null, null]);
    const waits = await begin({}, third);
    expect(waits.place).toEqual({ writing: 2, ahead: 0, own: false });
    const again = await begin();
    expect(again.place).toEqual({ writing: 2, ahead: 1, own: true });
    const turn = async (id: string, viewer = sue) => {
      const read = await readExportTurn(context(), viewer, id);
      return read.ok ? read.value.place : read.problem.code;
    };
    expect(await turn(waits.id, third)).toMatchObject({ writing: 2 });
    const file = open(waits.id, third);
    expect(read((await open(two.id, ada)).text)).toHaveLength(1);
    expect(read((await file).text)).toHaveLength(1);
    expect(await turn(again.id)).toEqual({ writing: 1, ahead: 0, own: true });
    expect(read((await open(one.id)).text)).toHaveLength(1);
    expect(await turn(again.id)).toBeNull();
    giveUp(again.id);
  });

  it('is not asked for by a person who has five that nobody fetched', async () => {
    await seed([rowAt(0)]);
    const ids: string[] = [];
    for (let asked = 0; asked < 5; asked += 1) ids.push((await begin()).id);
    const input = { search: {}, format: 'csv' as const, zone };
    expect(await startExport(context(), sue, input)).toMatchObject({
      ok: false,
      problem: { code: 'export_too_many_waiting' },
    });
    const other = await begin({}, ada);
    for (const id of ids) giveUp(id);
    giveUp(other.id, ada);
    const room = await startExport(context(), sue, input);
    expect(room).toMatchObject({ ok: true, value: { place: null } });
    if (room.ok) giveUp(room.value.id);
  });

  it('of nothing is a head without lines', async () => {
    const ready = await begin({ search: { q: 'nothing-like-this' } });
    expect(ready.rows).toBe(0);
    expect(read((await open(ready.id)).text)).toEqual([]);
  });
});
