import { expect, test } from 'vitest';
import { chosenHref, newBatchHref, readStart, sourceOf } from '#lib/batches/initial-lines.ts';

const startOf = (query: string) => readStart(new URLSearchParams(query));
const batchId = '01890a5d-ac96-774b-bcce-b302099a8057';

test('the board’s search goes into the address and comes back, without its page', () => {
  const search = { q: 'acme', host: ['a.example'], not: ['host'], group: 'host', after: 'x' } as const;
  const href = newBatchHref({ ...search, host: [...search.host], not: [...search.not] });
  expect(href).toBe('/batches/new?from=numbers&q=acme&host=a.example&not=host');
  const start = startOf(href.split('?')[1] ?? '');
  expect(start).toEqual({ kind: 'board', search: { q: 'acme', host: ['a.example'], not: ['host'] } });
  expect(sourceOf(start)).toBe('/api/batches/source?q=acme&host=a.example&not=host');
  expect(sourceOf(startOf('from=numbers'))).toBe('/api/batches/source');
});

test('a batch to take back leads to what would take it back', () => {
  expect(sourceOf(startOf(`undoes=${batchId}`))).toBe(`/api/batches/${batchId}/undo`);
});

test('chosen numbers are no part of the address', () => {
  expect(startOf(chosenHref.split('?')[1] ?? '')).toEqual({ kind: 'chosen' });
  expect(sourceOf({ kind: 'chosen' })).toBeNull();
});

test.each(['', 'undoes=1', 'from=elsewhere', 'q=acme'])('%j opens it empty', (query) => {
  expect(startOf(query)).toEqual({ kind: 'empty' });
  expect(sourceOf(startOf(query))).toBeNull();
});
