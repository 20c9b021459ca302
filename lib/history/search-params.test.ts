import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historySearchSchema } from '#lib/history/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/history/search-params.ts';

const parse = (query: string) => parseHistorySearch(new URLSearchParams(query));

describe('history search in the address', () => {
  test('an empty query is the default search and nothing is ignored', () => {
    expect(parse('')).toEqual({ search: {}, ignored: [] });
  });

  test('lists, times and text are read, defaults are left out when written', () => {
    const { search, ignored } = parse(
      'q=%20hooks.acme%20&outcome=unknown&outcome=bound&app=1400000000&from=2026-11-03T14:05:00Z&size=25',
    );
    expect(ignored).toEqual([]);
    expect(search).toEqual({
      q: 'hooks.acme',
      outcome: ['bound', 'unknown'],
      app: ['1400000000'],
      from: '2026-11-03T14:05:00.000Z',
    });
    expect(toSearchParams(search).toString()).toBe(
      'q=hooks.acme&outcome=bound&outcome=unknown&app=1400000000&from=2026-11-03T14%3A05%3A00Z',
    );
  });

  test.each([
    ['outcome=maybe', 'outcome'],
    ['app=0140', 'app'],
    ['app=1e3', 'app'],
    ['from=yesterday', 'from'],
    ['from=2026-13-40T99:00:00Z', 'from'],
    ['to=2026-11-03T14:05:00%2B08:00', 'to'],
    ['size=1000', 'size'],
    ['entry=../../etc', 'entry'],
    ['actor=a%20b', 'actor'],
    ['source=form%00', 'source'],
    ['host=a.com/x', 'host'],
    ['host=bücher.example', 'host'],
    ['number=%2B8675586013388', 'number'],
    ['batch=7', 'batch'],
    ['batch=0199F000-0000-7000-8000-000000000001', 'batch'],
    ['sort=colour', 'sort'],
    ['order=random()', 'order'],
    ['__proto__=x', '__proto__'],
    ['toString=x', 'toString'],
    ['not=outcome', 'not'],
    [`q=${'x'.repeat(2001)}`, 'q'],
  ])('%s has no effect and is named', (query, name) => {
    expect(parse(query)).toEqual({ search: {}, ignored: [name] });
  });

  test('people, sources, hosts and numbers are lists too; a host may be typed in capitals', () => {
    const query = 'actor=u-1&source=form&source=undo&host=Hooks.ACME.com:8443&number=0086075586013388';
    const { search, ignored } = parse(`${query}&not=host`);
    expect(ignored).toEqual([]);
    expect(search).toEqual({
      actor: ['u-1'],
      source: ['form', 'undo'],
      host: ['hooks.acme.com:8443'],
      number: ['0086075586013388'],
      not: ['host'],
    });
  });

  test('batches are a list like the others', () => {
    const [a, b] = ['0199f000-0000-7000-8000-000000000001', '0199f000-0000-7000-8000-000000000002'];
    const { search, ignored } = parse(`batch=${b}&batch=${a}&batch=x&not=batch`);
    expect([search, ignored]).toEqual([{ batch: [a, b], not: ['batch'] }, ['batch']]);
    expect(toSearchParams(search).toString()).toBe(`batch=${a}&batch=${b}&not=batch`);
  });

  test('the default order is left out of the address, any other is kept', () => {
    expect(parse('sort=time&order=desc')).toEqual({ search: {}, ignored: [] });
    expect(parse('sort=duration&order=asc').search).toEqual({ sort: 'duration', order: 'asc' });
    expect(toSearchParams({ sort: 'number', order: 'desc' }).toString()).toBe('sort=number');
  });

  test('the good values of a partly bad list still count', () => {
    expect(parse('outcome=bound&outcome=nope')).toEqual({
      search: { outcome: ['bound'] },
      ignored: ['outcome'],
    });
  });

  test('a range that ends before it starts is no range', () => {
    expect(parse('from=2026-11-04T00:00:00Z&to=2026-11-03T00:00:00Z')).toEqual({
      search: {},
      ignored: ['from', 'to'],
    });
  });

  test('an exclusion holds only with the values it excludes', () => {
    expect(parse('outcome=bound&not=outcome&not=app')).toEqual({
      search: { outcome: ['bound'], not: ['outcome'] },
      ignored: ['not'],
    });
  });

  test('whatever the query string, the search passes the schema and survives a round trip', () => {
    const names = [...Object.keys(historySearchSchema.shape), 'x'];
    const values = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', '0', '-', ' ', '%', '\0', '号', '\u{1f4de}', '\u202e'),
        maxLength: 40,
      }),
      fc.constantFrom(
        ...['bound', 'none', 'inner', 'form', 'outcome', 'type', 'host', 'time', 'number', 'duration', 'asc'],
        ...['desc', '50', '100', '1400000001', 'A.Example:81', '[2001:db8::1]', '%', '_', '\0'],
      ),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((at) => at.toISOString()),
      fc.uuid(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 12 }), (pairs) => {
        const { search } = parseHistorySearch(new URLSearchParams(pairs));
        expect(historySearchSchema.safeParse(search)).toMatchObject({ success: true });
        expect(parseHistorySearch(toSearchParams(search))).toEqual({ search, ignored: [] });
      }),
      { numRuns: 300 },
    );
  });
});
