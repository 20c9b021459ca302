import { beforeAll, expect, it, test } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { listSuggestions } from '#lib/bind-number/service-suggestions.ts';
import { type KnownNumber, toSuggestions } from '#lib/bind-number/suggest.ts';
import { refreshNumberLine } from '#lib/bindings/store-number.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail } from '#lib/domain/result.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

const urlOf = (host: string | null, path = 'in') => ({
  callbackUrl: host && `https://${host}/${path}`,
  callbackHost: host,
});
const use = (host: string | null, path = 'in', id = host ?? '') => ({
  ...{ id, number: '8001' },
  ...urlOf(host, path),
});
const known = (number: string, rest: Partial<KnownNumber> = {}): KnownNumber => ({
  appId: app.id,
  number,
  url: null,
  boundBindingId: null,
  openBindingId: null,
  providerState: 1,
  providerListed: true,
  ...rest,
});

test('each URL and host is offered once, in the order of its last use', () => {
  expect(toSuggestions([use('b.cn'), use('a.cn'), use('a.cn'), use(null)], [])).toEqual({
    urls: ['b.cn', 'a.cn'].map((host) => ({
      ...{ bindingId: host, number: '8001', url: `https://${host}/in`, hidden: false },
    })),
    hosts: ['b.cn', 'a.cn'],
    numbers: [],
    more: [],
  });
});

test('URLs are shown as in history; two that differ only in what is hidden are two, each with its binding', () => {
  const uses = [
    use('a.cn', 'in?token=hush-new', 'b3'),
    use('a.cn', 'in?token=hush-old', 'b2'),
    use('a.cn', 'in?token=hush-new', 'b1'),
  ];
  const numbers = [known('8001', { url: 'https://a.cn/in?token=hush-new' })];
  const offered = toSuggestions(uses, numbers);
  expect(JSON.stringify(offered)).not.toContain('hush');
  expect(offered.urls.map(({ bindingId, url, hidden }) => [bindingId, url, hidden])).toEqual([
    ['b3', 'https://a.cn/in?token=***', true],
    ['b2', 'https://a.cn/in?token=***', true],
  ]);
  expect(offered.numbers[0]?.url).toBe('https://a.cn/in?token=***');
});

test('ten URLs are offered', () => {
  const many = Array.from({ length: 30 }, (_, index) => use('a.cn', String(index)));
  const offered = toSuggestions(many, []);
  expect(offered.urls).toHaveLength(10);
  expect(offered.hosts).toEqual(['a.cn']);
});

test('a number says what the provider holds against it, and one that cannot be sent as it is written is left out', () => {
  const lines = [
    known('8001', { providerState: 2 }),
    known('+86 755 8601 3388'),
    known('8002', { openBindingId: 'x' }),
  ];
  expect(toSuggestions([], lines).numbers).toEqual([
    { appId: app.id, number: '8001', url: null, label: 'never', state: 'overdue', code: 2 },
    { appId: app.id, number: '8002', url: null, label: 'unknown', state: 'normal', code: 1 },
  ]);
});

describeOnEachDatabase('suggestions', (database) => {
  let context: Context;
  beforeAll(async () => {
    context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
    await database().clear();
    const rows = [
      { number: '8002', ...urlOf('old.acme.com') },
      { number: '8001', ...urlOf('new.acme.com') },
      { number: '8003', ...urlOf('refused.acme.com'), state: 'refused' as const },
      { number: '8004', ...urlOf('foreign.acme.com'), appId: '1499999999' },
    ].map((row, index) => {
      const createdAt = new Date(Date.parse('2026-03-01T00:00:00Z') + index * 1000);
      return bindingRow({ id: makeBindingId(createdAt), createdAt, state: 'bound', ...row });
    });
    await database().withoutGuards(async (db) => {
      await db.insert(bindings).values(rows);
      for (const { appId, number, id } of rows) {
        await db.insert(numbers).values({ appId, number, newestBindingId: id });
        await refreshNumberLine(db, { appId, number });
      }
      const listed = (number: string, providerState: number) =>
        db.insert(numbers).values({ appId: app.id, number, providerState, providerListed: true });
      await listed('8009', 4);
      await listed('8005', 1);
    });
  });

  it('come from the apps of this console: what was bound last first, then what the provider lists', async () => {
    const offered = await listSuggestions(context, ada);
    expect(offered.ok && offered.value.hosts).toEqual(['new.acme.com', 'old.acme.com']);
    expect(offered.ok && offered.value.numbers).toMatchObject([
      { number: '8001', url: 'https://new.acme.com/in', label: 'set', state: 'unread' },
      { number: '8002', url: 'https://old.acme.com/in' },
      { number: '8005', url: null, label: 'never', state: 'normal' },
      { number: '8009', url: null, label: 'never', state: 'disabled' },
    ]);
  });

  it('are for those who may bind: a URL can be a secret', async () => {
    expect(await listSuggestions(context, sue)).toEqual(fail(problem('forbidden')));
  });
});
