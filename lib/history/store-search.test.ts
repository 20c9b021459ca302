import { beforeAll, describe, expect, it } from 'vitest';
import { storeBinding } from '#lib/bind-number/store-binding.ts';
import { attempts, bindings } from '#lib/db/schema.ts';
import { continueBinding, settleBinding } from '#lib/delivery/store-attempt.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { isIndexed } from '#lib/history/search-text.ts';
import { listPage } from '#lib/history/store.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { attemptRow, bindingRow } from '#lib/testing/db/rows.ts';

const subject = bindingRow({
  number: '0086075586013388',
  callbackHost: 'hooks.acme.com',
  callbackUrl: 'https://hooks.acme.com/50%_off/IN?token=Hidden-7',
  actorName: 'Zoë 王小明',
  actorEmail: 'zoe@acme.com',
  reason: 'TICKET-7 ＡＢＣ１２３ 号码迁移',
  requestId: '4f2c9a10-0000-4000-8000-00000000beef',
  earlierRequestIds: '7d1e0c33-1111-4000-8000-00000000cafe',
  code: 'OperationDenied.NotInWhiteList',
  state: 'unknown',
});
const other = bindingRow({
  number: '006561234567',
  callbackHost: 'other.invalid',
  callbackUrl: 'https://other.invalid/50xyoff?tenant=860133',
  actorName: 'Bo',
  actorEmail: 'bo@other.invalid',
});

describeOnEachDatabase('the search box', (database) => {
  beforeAll(async () => {
    await database().withoutGuards(async (db) => void (await db.insert(bindings).values([subject, other])));
  });
  const found = async (q: string, secrets = true): Promise<string[]> =>
    (await listPage(database().db, { q }, { size: 10, secrets })).rows.map((row) => row.number);

  it.each([
    ...['755-8601 3388', '+86 755 8601 3388', '0086075586013388', '075586013388', '８６０１３３８８'],
    ...['HOOKS.acme', '/in', '50%_off', 'hooks.acme.com', 'ＨＯＯＫＳ．ａｃｍｅ'],
    ...['zoë', 'ZOË', 'ZOE@', '小明', '王小', '明', 'ticket-7', 'abc123', '号码迁移', '码迁'],
    ...['4f2c9a10', 'beef', '7d1e0c33', 'CAFE', 'notinwhite', 'OperationDenied.NotInWhiteList'],
    ...['%', '_', 'w', subject.id, subject.id.toUpperCase()],
  ])('%j finds the one row that has it', async (q) => {
    expect(await found(q)).toEqual(['0086075586013388']);
  });

  it.each([
    '50_',
    '\\',
    '%%',
    'nothing like it',
    'acme.comzoe',
    'acme.com zo',
    '小明王',
    '明小',
    '\u001f',
    '\0',
  ])('%j finds nothing', async (q) => {
    expect(await found(q)).toEqual([]);
  });

  it('takes digits for those of a number only', async () => {
    expect(await found('+65 6123 4567')).toEqual(['006561234567']);
    // As it stands it is a part of the other's URL; with separators it can only mean a number.
    expect((await found('860133')).sort()).toEqual(['0086075586013388', '006561234567'].sort());
    expect(await found('8601-33')).toEqual(['0086075586013388']);
  });

  it('finds nothing by what is hidden from the one who looks', async () => {
    expect(await found('Hidden-7')).toEqual(['0086075586013388']);
    expect(await found('IN?token=hid')).toEqual(['0086075586013388']);
    expect(await found('Hidden-7', false)).toEqual([]);
    expect(await found('hid', false)).toEqual([]);
    expect(await found('IN?token=', false)).toEqual(['0086075586013388']);
  });

  it('looks beyond the rows that are near', async () => {
    await database().withoutGuards(async (db) => {
      for (let at = 0; at < 5; at += 1)
        await db
          .insert(bindings)
          .values(Array.from({ length: 1_000 }, () => bindingRow({ createdAt: new Date('2026-05-01') })));
    });
    for (const q of ['hooks.acme', '王小', '_'])
      expect([q, await found(q)]).toEqual([q, ['0086075586013388']]);
    const host = ['hooks.acme.com', 'other.invalid'];
    const page = (search: HistorySearch) =>
      listPage(database().db, { host, ...search }, { size: 1, secrets: true });
    const first = await page({});
    const second = await page({ after: first.nextCursor ?? '' });
    const ids = [first, second].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids).toEqual([subject.id, other.id].sort().reverse());
    expect(second.nextCursor).toBeNull();
    expect((await page({ before: second.previousCursor ?? '' })).rows).toEqual(first.rows);
  });

  it('knows a RequestId also after a further attempt has another', async () => {
    const binding = bindingRow({ number: '1001' });
    const report = { httpStatus: 200, code: null, message: null, durationMs: 5, signedAt: 1, clockSkewMs: 0 };
    await database().db.insert(bindings).values(binding);
    await database().db.insert(attempts).values(attemptRow(binding));
    const step = { n: 1, owner: 'process-1', bodySha256: 'f'.repeat(64), waitMs: 0 };
    const first = { ...report, outcome: 'throttled' as const, requestId: 'first-request' };
    const row = (await listPage(database().db, { number: ['1001'] }, { size: 1, secrets: true })).rows[0];
    if (!row) throw new Error('The binding is not there.');
    const next = await continueBinding(database().db, row, { ...step, report: first });
    if (!next) throw new Error('The attempt was settled by somebody else.');
    const last = { ...report, outcome: 'bound' as const, requestId: 'second-request' };
    await settleBinding(database().db, next, { report: last, state: 'bound', durationMs: 9 });
    expect(await found('first-req')).toEqual(['1001']);
    expect(await found('second-req')).toEqual(['1001']);
  });

  it('stores what is shown masked when a change is stored', async () => {
    const {
      createdAt: _,
      previousCertainty: __,
      state: ___,
      id: ____,
      callbackUrlMasked: _____,
      ...wanted
    } = bindingRow({
      number: '1002',
      callbackUrl: 'https://fresh.invalid/?key=s3cret-value',
      callbackHost: 'fresh.invalid',
    });
    const nothing = { actorAddress: null, reason: null, restoresBindingId: null };
    const options = { seen: null, sendUnchanged: false, owner: 'process-1', bodySha256: 'f'.repeat(64) };
    expect(await storeBinding(database().db, { ...nothing, ...wanted } as never, options)).toMatchObject({
      kind: 'stored',
    });
    expect(await found('s3cret')).toEqual(['1002']);
    expect(await found('s3cret', false)).toEqual([]);
    expect(await found('fresh.invalid', false)).toEqual(['1002']);
  });
});

describe('what the index knows', () => {
  it.each(['abc', '小明', 'é1', '/a', '50%', 'a.b', 'x 1', '12 '])('%j', (q) =>
    expect(isIndexed(q)).toBe(true),
  );
  it.each(['a', 'ab', '12', '明', '%', '://', '«', 'a/'])('not %j', (q) => expect(isIndexed(q)).toBe(false));
});
