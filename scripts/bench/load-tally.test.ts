import { expect, test } from 'vitest';
import { type Heard, isError, statusesOf, tally } from '#scripts/bench/load-tally.ts';

const heard: Heard[] = [
  { kind: 'entry', status: 200, ms: 30 },
  { kind: 'board', status: 200, ms: 10 },
  { kind: 'entry', status: 503, ms: 20 },
  { kind: 'entry', status: 'lost', ms: 9000 },
];

test('a line for each kind and one for all, with what went wrong counted', () => {
  expect(tally(heard)).toEqual([
    ['board', '1', '0', '10', '10', '10'],
    ['entry', '3', '2', '30', '9000', '9000'],
    ['all', '4', '2', '20', '9000', '9000'],
  ]);
});

test('every answer but 200 is an error: a reader sent to sign in again has read nothing', () => {
  expect(
    [200, 304, 307, 403, 429, 500, 'lost' as const].filter((status) => isError({ kind: '', status, ms: 1 })),
  ).toEqual([304, 307, 403, 429, 500, 'lost']);
});

test('statuses are counted, those without an answer too', () => {
  expect(statusesOf(heard)).toBe('200: 2, 503: 1, lost: 1');
});
