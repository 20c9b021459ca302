import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historySorts } from '#lib/domain/history-search.ts';
import { type Cursor, encodeCursor, parseCursor } from '#lib/domain/paging.ts';

const id = '00000000-0000-0000-0000-000000000000';

const cursors: fc.Arbitrary<Cursor> = fc.oneof(
  fc.record({
    sort: fc.constant('time' as const),
    key: fc.date({ min: new Date(0), max: new Date('5000-01-01'), noInvalidDate: true }),
    id: fc.uuid(),
  }),
  fc.record({ sort: fc.constant('number' as const), key: fc.stringMatching(/^[0-9]{1,20}$/), id: fc.uuid() }),
  fc.record({
    sort: fc.constant('duration' as const),
    key: fc.option(fc.nat({ max: 999_999_999 })),
    id: fc.uuid(),
  }),
);

describe('a cursor', () => {
  it('comes back as it was, through a query string, and only to the sort it belongs to', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        const text = encodeCursor(cursor);
        expect(encodeURIComponent(text)).toBe(text);
        for (const sort of historySorts)
          expect(parseCursor(text, sort)).toEqual(sort === cursor.sort ? cursor : null);
      }),
    );
  });

  it.each([
    '',
    '.',
    'zzzzzzzzz.x',
    "1.' or 1=1 --",
    `-1.${'0'.repeat(36)}`,
    `zzzzzzzzzz.${id}`,
    `n-.${id}`,
    `n-${'1'.repeat(33)}.${id}`,
    `d--1.${id}`,
    `d-1e9.${id}`,
    `d-1000000000.${id}`,
  ])('%j is none', (text) => {
    for (const sort of historySorts) expect(parseCursor(text, sort)).toBeNull();
  });

  it('is read without throwing from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...historySorts), (text, sort) => {
        expect(parseCursor(text, sort)).toBeNull();
      }),
    );
  });
});
