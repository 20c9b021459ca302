import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { parseNumberSearch, toNumberQuery } from '#lib/timeline/search-params.ts';

describe('the address of a number’s page', () => {
  const ids = [1, 2, 3].map((ms) => makeBindingId(new Date(ms))) as [string, string, string];
  const parse = (query: string) => parseNumberSearch(new URLSearchParams(query));

  test('reads what it writes', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ids], { maxLength: 2 }),
        fc.option(fc.date({ min: new Date(0), noInvalidDate: true, max: new Date('9999-12-31T00:00:00Z') })),
        (compare, date) => {
          const search = date === null ? { compare } : { compare, at: date.toISOString() };
          expect(parse(toNumberQuery(search))).toEqual({ search, ignored: [] });
        },
      ),
    );
    expect(toNumberQuery({ compare: [], at: '2026-11-03T06:05:00.000Z' })).toBe('at=2026-11-03T06:05Z');
  });

  test.each([
    ['compare=1', 'compare'],
    [`compare=${ids[0].toUpperCase()}`, 'compare'],
    ['at=14:05', 'at'],
    ['at=2026-11-03T06:05%2B08:00', 'at'],
    ['colour=red', 'colour'],
  ])('%s has no effect and is named', (query, name) => {
    expect(parse(query)).toEqual({ search: { compare: [] }, ignored: [name] });
  });

  test('what is good of a choice counts: the first two, each once', () => {
    expect(parse(`compare=${ids.join(',')}`)).toEqual({
      search: { compare: [ids[0], ids[1]] },
      ignored: ['compare'],
    });
    expect(parse(`compare=${ids[0]}&compare=x,${ids[1]}`)).toEqual({
      search: { compare: [ids[0], ids[1]] },
      ignored: ['compare'],
    });
  });
});
