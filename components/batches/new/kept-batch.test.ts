import { expect, it } from 'vitest';
import { type KeptBatch, keptBatchStore, parseKept } from '#components/batches/new/kept-batch.ts';

const batchOf = (start: string, rest: Partial<KeptBatch> = {}): KeptBatch => ({
  start,
  undoes: null,
  savedAt: '2026-11-30T12:00:00.000Z',
  count: 1,
  text: '0755 86013388',
  source: { from: 'text', name: '', content: { text: '0755 86013388' } },
  defaults: { appId: '1400000000', callbackUrl: '' },
  map: null,
  sheet: null,
  changes: [{ kind: 'remove', lines: [3] }],
  fields: { title: '', reason: 'OPS-1', confirmed: '', alsoUnchanged: false },
  key: 'k-1',
  ...rest,
});

/** Storage that holds so many characters, as a tab's does. */
function storageOf(most = 10_000) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (text.length > most) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, text);
    },
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('gives back what was kept for the same beginning, and names the newest of another one', () => {
  const storage = storageOf();
  const store = keptBatchStore('ada', () => storage);
  expect([store.load('a'), store.other('a')]).toEqual([null, null]);
  expect(store.save(batchOf('a'))).toBe(true);
  store.save(batchOf('b'));
  expect(store.load('a')).toEqual(batchOf('a'));
  store.save(batchOf('a', { text: 'more' }));
  expect(store.load('a')?.text).toBe('more');
  expect(store.other('c')?.start).toBe('a');
  store.drop('a');
  expect(store.other('c')?.start).toBe('b');
  store.move('b', 'c');
  expect([store.load('b'), store.load('c')?.text]).toEqual([null, '0755 86013388']);
});

it('keeps nothing of one person for another', () => {
  const storage = storageOf();
  keptBatchStore('ada', () => storage).save(batchOf('a'));
  expect(keptBatchStore('cleo', () => storage).load('a')).toBeNull();
});

it('lets older batches go when there is no room, and says when there is none even for one', () => {
  const storage = storageOf(900);
  const store = keptBatchStore('ada', () => storage);
  for (const start of ['a', 'b', 'c']) expect(store.save(batchOf(start))).toBe(true);
  expect(store.load('c')).not.toBeNull();
  expect(store.load('a')).toBeNull();
  expect(store.save(batchOf('d', { text: 'x'.repeat(2_000) }))).toBe(false);
  // What stood there would be something else than what is typed now.
  expect(store.load('d')).toBeNull();
});

it('works without storage as if nothing had been kept', () => {
  const store = keptBatchStore('ada', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(store.load('a')).toBeNull();
  expect(store.save(batchOf('a'))).toBe(false);
  expect(() => store.drop('a')).not.toThrow();
});

it('leaves alone what has another shape', () => {
  const good = batchOf('a');
  const wrong = [
    null,
    7,
    { ...good, text: 1 },
    { ...good, source: {} },
    { ...good, changes: null },
    { ...good, fields: 'x' },
    { ...good, undoes: 3 },
  ];
  expect(parseKept(JSON.stringify({ shape: 1, batches: [...wrong, good] }))).toEqual([good]);
  for (const text of [null, '[]', '{}', '{"shape":2,"batches":[]}', '7']) expect(parseKept(text)).toEqual([]);
});
