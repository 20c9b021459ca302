import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersSearchSchema } from '#lib/numbers/schema.ts';
import { parseNumbersSearch, toNumbersParams } from '#lib/numbers/search-params.ts';

const parse = (query: string) => parseNumbersSearch(new URLSearchParams(query));

test('an empty query is the default search and nothing is ignored', () => {
  expect(parse('')).toEqual({ search: {}, ignored: [] });
});

test('lists and text are read, defaults are left out when written', () => {
  const { search, ignored } = parse(
    'q=%20acme%20&state=overdue&state=missing&label=set&host=Hooks.Acme.com:8443&not=state&group=host&size=25',
  );
  expect(ignored).toEqual([]);
  expect(search).toEqual({
    q: 'acme',
    label: ['set'],
    state: ['missing', 'overdue'],
    host: ['hooks.acme.com:8443'],
    not: ['state'],
    group: 'host',
  });
  expect(toNumbersParams(search).toString()).toBe(
    'q=acme&label=set&state=missing&state=overdue&host=hooks.acme.com%3A8443&not=state&group=host',
  );
});

test.each([
  ['label=maybe', 'label'],
  ['state=9', 'state'],
  ['app=0140', 'app'],
  ['host=two%20words', 'host'],
  ['host=%00', 'host'],
  ['group=url', 'group'],
  ['size=7', 'size'],
  ['not=label', 'not'],
  ['entry=x', 'entry'],
  ['__proto__=x', '__proto__'],
])('%s has no effect and is named', (query, name) => {
  expect(parse(query)).toEqual({ search: {}, ignored: [name] });
});

test('hosts have no pages', () => {
  expect(parse('group=host&after=1400000000.8001')).toEqual({
    search: { group: 'host' },
    ignored: ['after'],
  });
});

test('whatever the query string, the search passes the schema and survives a round trip', () => {
  const names = ['q', 'app', 'label', 'state', 'host', 'not', 'group', 'size', 'after', 'before', 'x'];
  const values = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', 'İ', '0', '.', ' ', '%', '\0', '号', '\u{1f4de}', '\u202e'),
      maxLength: 40,
    }),
    fc.constantFrom('set', 'never', 'overdue', 'missing', 'label', 'state', 'host', '50', '1400000001'),
    fc.constantFrom('1400000000.8001', '%', '_', '\0', 'x'.repeat(301)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 12 }), (pairs) => {
      const { search } = parseNumbersSearch(new URLSearchParams(pairs));
      expect(numbersSearchSchema.safeParse(search)).toMatchObject({ success: true });
      expect(parseNumbersSearch(toNumbersParams(search))).toEqual({ search, ignored: [] });
    }),
    { numRuns: 300 },
  );
});
