import { expect, test } from 'vitest';
import {
  parseBatchesSearch,
  parseBatchSearch,
  parseLinesSearch,
  readBatchId,
  toBatchParams,
} from '#lib/batches/search-params.ts';
import { lineStates } from '#lib/domain/batch.ts';

const id = '0193a6f2-5c1e-7000-8000-00000000abcd';
const read = (query: string) => new URLSearchParams(query);

test.each(lineStates)('a page that shows lines that are %s comes back from its address', (state) => {
  expect(parseBatchSearch(toBatchParams({ state }))).toEqual({ search: { state }, ignored: [] });
});

test('what cannot be used has no effect and is named', () => {
  expect(parseBatchSearch(read('state=lost&x=1'))).toEqual({ search: {}, ignored: ['state', 'x'] });
  expect(parseLinesSearch(read('state=lost&after=-1'))).toEqual({});
  expect(parseLinesSearch(read('after=99999999999'))).toEqual({});
  expect(parseBatchesSearch(read('after=%00'))).toEqual({ after: null });
});

test('lines and batches go on after a place', () => {
  expect(parseLinesSearch(read('state=refused&after=200'))).toEqual({ state: 'refused', after: 200 });
  expect(parseBatchesSearch(read(`after=${id}`))).toEqual({ after: id });
});

test('an id that cannot be one of ours is nobody’s', () => {
  expect(readBatchId(id)).toBe(id);
  expect(readBatchId('\0')).toBe('');
  expect(readBatchId(undefined)).toBe('');
});
