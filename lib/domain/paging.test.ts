import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCursor, parseCursor } from '#lib/domain/paging.ts';

describe('a cursor', () => {
  it('comes back as it was, through a query string', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('5000-01-01'), noInvalidDate: true }),
        fc.uuid(),
        (at, id) => {
          const text = encodeCursor({ at, id });
          expect(encodeURIComponent(text)).toBe(text);
          expect(parseCursor(text)).toEqual({ at, id });
        },
      ),
    );
  });

  it.each([
    '',
    '.',
    'zzzzzzzzz.x',
    "1.' or 1=1 --",
    `-1.${'0'.repeat(36)}`,
    `zzzzzzzzzz.00000000-0000-0000-0000-000000000000`,
  ])('%j is none', (text) => expect(parseCursor(text)).toBeNull());

  it('is read without throwing from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseCursor(text)).toBeNull();
      }),
    );
  });
});
