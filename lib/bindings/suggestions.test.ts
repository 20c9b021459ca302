import { beforeAll, expect, it, test } from 'vitest';
import { makeBindingId } from '#lib/bindings/binding-id.ts';
import { listSuggestions } from '#lib/bindings/service.ts';
import { toSuggestions } from '#lib/bindings/suggest.ts';
import { ada, app, sue } from '#lib/bindings/test-bench.ts';
import { bindings } from '#lib/db/schema.ts';
import { describeOnEachDatabase } from '#lib/db/test-database.ts';
import { bindingRow } from '#lib/db/test-rows.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';

const use = (number: string, host: string | null, path = 'in') => ({
  appId: app.id,
  number,
  callbackUrl: host && `https://${host}/${path}`,
  callbackHost: host,
});

test('each URL, host and number is offered once, in the order of its last use', () => {
  const uses = [use('8001', 'b.cn'), use('8002', 'a.cn'), use('8001', 'a.cn'), use('8003', null)];
  expect(toSuggestions(uses)).toEqual({
    urls: ['https://b.cn/in', 'https://a.cn/in'],
    hosts: ['b.cn', 'a.cn'],
    numbers: [
      { appId: app.id, number: '8001', host: 'b.cn' },
      { appId: app.id, number: '8002', host: 'a.cn' },
      { appId: app.id, number: '8003', host: null },
    ],
  });
});

test('ten URLs are offered, and the same number in two apps is two', () => {
  const many = Array.from({ length: 30 }, (_, index) => use('8001', 'a.cn', String(index)));
  const offered = toSuggestions([...many, { ...use('8001', 'a.cn'), appId: '1400000001' }]);
  expect(offered.urls).toHaveLength(10);
  expect(offered.hosts).toEqual(['a.cn']);
  expect(offered.numbers.map(({ appId }) => appId)).toEqual([app.id, '1400000001']);
});

describeOnEachDatabase('suggestions', (database) => {
  let context: Context;
  beforeAll(async () => {
    context = { db: database().db, apps: async () => [app] } as Context;
    await database().clear();
    const rows = [
      use('8001', 'old.acme.com'),
      use('8002', 'new.acme.com'),
      { ...use('8003', 'refused.acme.com'), state: 'refused' as const },
      { ...use('8004', 'foreign.acme.com'), appId: '1499999999' },
    ].map((row, index) => {
      const createdAt = new Date(Date.parse('2026-03-01T00:00:00Z') + index * 1000);
      return bindingRow({ id: makeBindingId(createdAt), createdAt, state: 'bound', ...row });
    });
    await database().withoutGuards(async (db) => {
      await db.insert(bindings).values(rows);
    });
  });

  it('come from what was bound in the apps of this console, newest first', async () => {
    const offered = await listSuggestions(context, ada);
    expect(offered.ok && offered.value.hosts).toEqual(['new.acme.com', 'old.acme.com']);
    expect(offered.ok && offered.value.numbers.map(({ number }) => number)).toEqual(['8002', '8001']);
  });

  it('are for those who may bind: a URL can be a secret', async () => {
    expect(await listSuggestions(context, sue)).toEqual(fail(problem('forbidden')));
  });
});
