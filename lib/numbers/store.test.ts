import { expect, it } from 'vitest';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { listHosts, listHostUrls } from '#lib/numbers/service.ts';
import { ada, sue } from '#lib/testing/bindings/bench.ts';
import { describeBoard, listedLine, url } from '#lib/testing/numbers/board.ts';

describeBoard('the board', ({ context, seed, list, found }) => {
  it('has one line a number and app: what it is set to, since when, by whom, and how sure that is', async () => {
    await seed(
      [
        { number: '8001', callbackUrl: url('old') },
        {
          number: '8001',
          callbackUrl: url('new'),
          actorName: 'Bo',
          settledAt: new Date('2026-03-01T00:00:02Z'),
        },
        { number: '8001', callbackUrl: url('x'), state: 'refused' },
        { number: '8002', callbackUrl: url('a') },
        { number: '8002', callbackUrl: url('b'), state: 'unknown', actorName: 'Cy' },
        { number: '8003', callbackUrl: url('c'), state: 'refused' },
        { number: '8001', callbackUrl: url('sales'), appId: '1400000001' },
      ],
      [listedLine('8004', 4)],
    );
    const { rows, total } = await list({});
    expect(total).toEqual({ count: 5, exact: true });
    expect(rows).toMatchObject([
      {
        number: '8001',
        appName: 'Main line',
        label: 'set',
        current: { url: url('new'), setBy: 'Bo', setAt: '2026-03-01T00:00:02.000Z', certainty: 'exact' },
        pending: null,
        provider: { state: 'unread' },
      },
      {
        number: '8002',
        label: 'unknown',
        current: { url: url('a'), certainty: 'uncertain' },
        pending: { url: url('b'), state: 'unknown', by: 'Cy' },
      },
      { number: '8003', label: 'never', current: { url: null, setBy: null } },
      {
        number: '8004',
        label: 'never',
        provider: { state: 'disabled', code: 4, readAt: '2026-03-02T00:00:00.000Z' },
      },
      { number: '8001', appName: 'Sales', label: 'set', current: { url: url('sales') } },
    ]);
  });

  it('leaves out lines of changes that were never made', async () => {
    await seed([{ number: '8001' }], [{ appId: '1400000000', number: '8002' }]);
    expect(await found({})).toEqual(['8001']);
  });

  it('filters by app, label, state and host: any of a list, none of a list, and all filters together', async () => {
    await seed(
      [
        { number: '1', callbackUrl: 'https://a.acme.com/in' },
        { number: '2', callbackUrl: 'https://b.acme.com/in' },
        { number: '2', callbackUrl: 'https://a.acme.com/in', state: 'unknown' },
        { number: '3', callbackUrl: 'https://b.acme.com:8443/in', appId: '1400000001' },
        { number: '4', callbackUrl: null },
      ],
      [
        listedLine('5', 1),
        listedLine('6', 5),
        listedLine('7', 3),
        listedLine('8', null),
        listedLine('9', null, false),
      ],
    );
    expect(await found({ host: ['a.acme.com'] })).toEqual(['1', '2']);
    expect(await found({ host: ['b.acme.com'] })).toEqual(['2']);
    expect(await found({ host: ['b.acme.com:8443', 'a.acme.com'], label: ['set'] })).toEqual(['1', '3']);
    expect(await found({ host: ['a.acme.com'], not: ['host'] })).toEqual(['4', '5', '6', '7', '8', '9', '3']);
    expect(await found({ label: ['unknown'] })).toEqual(['2']);
    expect(await found({ label: ['never'] })).toEqual(['5', '6', '7', '8', '9']);
    expect(await found({ label: ['never', 'set'], not: ['label'] })).toEqual(['2']);
    expect(await found({ state: ['normal', 'violation'] })).toEqual(['5', '6']);
    expect(await found({ state: ['other'] })).toEqual(['7', '8']);
    expect(await found({ state: ['missing'] })).toEqual(['9']);
    expect(await found({ state: ['unread'] })).toEqual(['1', '2', '4', '3']);
    expect(await found({ state: ['unread', 'missing'], not: ['state'] })).toEqual(['5', '6', '7', '8']);
    expect(await found({ app: ['1400000001'] })).toEqual(['3']);
    expect(await found({ app: ['1400000001'], not: ['app'], label: ['set'] })).toEqual(['1', '4']);
  });

  it('finds a number in any format, a host, part of a URL, a person; literally', async () => {
    await seed([
      { number: '0086075586013388', callbackUrl: 'https://hooks.acme.com/50%_off/IN', actorName: 'Zoë Ünal' },
      { number: '006561234567', callbackUrl: 'https://other.acme.cn/50xyoff', actorName: 'Bo' },
      {
        number: '006561234567',
        callbackUrl: 'https://perhaps.acme.cn/in',
        state: 'unknown',
        actorName: 'Cy',
      },
    ]);
    const queries = [
      ...['755-8601 3388', '+86 755 8601 3388', '0086075586013388', '８６０１３３８８'],
      ...['HOOKS.acme', 'hooks.acme.com', '/in', '50%_off', 'zoë', 'ZOË', 'ｈｏｏｋｓ', '%'],
    ];
    for (const q of queries.filter((each) => each !== '/in')) {
      expect([q, await found({ q })]).toEqual([q, ['0086075586013388']]);
    }
    expect(await found({ q: '/in' })).toEqual(['006561234567', '0086075586013388']);
    for (const q of ['+65 6123 4567', 'perhaps.acme', 'cy'])
      expect(await found({ q })).toEqual(['006561234567']);
    for (const q of ['50_', '\\', 'nothing like it', '\0']) expect([q, await found({ q })]).toEqual([q, []]);
  });

  it('shows nobody a secret of a URL, and lets only who may bind find by one', async () => {
    const secret = url('?token=abcdef');
    await seed([{ number: '8001', callbackUrl: secret }]);
    for (const viewer of [ada, sue])
      expect((await list({}, viewer)).rows[0]?.current.url).toBe(url('?token=***'));
    expect(await found({ q: 'token=abc' })).toEqual(['8001']);
    expect(await found({ q: 'token=abc' }, sue)).toEqual([]);
    expect(await found({ q: 'hooks.acme.com' }, sue)).toEqual(['8001']);
    const urls = await listHostUrls(context(), sue, { host: 'hooks.acme.com', search: {} });
    expect(urls).toMatchObject({ value: { urls: [{ url: url('?token=***'), numbers: 1 }] } });
  });

  it('groups by host and URL, and merges what looks the same with its secrets hidden', async () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ number: `700${index}`, callbackUrl: url('a') }));
    await seed(
      [
        ...many,
        { number: '8001', callbackUrl: url('?key=1') },
        { number: '8002', callbackUrl: url('?key=2') },
        { number: '9001', callbackUrl: 'https://b.acme.com/' },
        { number: '9002', callbackUrl: null },
      ],
      [listedLine('9003', 1)],
    );
    expect(await listHosts(context(), ada, {})).toMatchObject({
      value: {
        hosts: [
          { host: 'hooks.acme.com', numbers: 9, urls: 3 },
          { host: 'b.acme.com', numbers: 1, urls: 1 },
        ],
        more: false,
        withoutUrl: 2,
      },
    });
    const open = async (viewer = ada, search: NumbersSearch = {}) => {
      const urls = await listHostUrls(context(), viewer, { host: 'hooks.acme.com', search });
      return urls.ok ? urls.value.urls.map((each) => [each.url, each.numbers, each.first.length]) : [];
    };
    for (const viewer of [ada, sue])
      expect(await open(viewer)).toEqual([
        [url('a'), 7, 5],
        [url('?key=***'), 2, 2],
      ]);
    expect(await open(ada, { q: '8001' })).toEqual([[url('?key=***'), 1, 1]]);
  });
});
