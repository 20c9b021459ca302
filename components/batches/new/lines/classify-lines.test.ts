import { expect, test } from 'vitest';
import {
  countLines,
  keysToRead,
  kindsOf,
  linesToSend,
  placesToShow,
  withFacts,
} from '#components/batches/new/lines/classify-lines.ts';
import { planLines } from '#lib/batches/lines/plan.ts';

const apps = [{ id: '1400000000', name: 'Main line' }];
const url = 'https://hooks.acme.com/in';
const plan = planLines(
  ['8001', '8002', '8003', '8004', '8004', '8005', '8005', 'x'].map((number, index) => ({
    line: index + 1,
    app: '1400000000',
    number,
    numberType: '',
    callbackUrl: index === 6 ? 'https://other.acme.com/in' : url,
  })),
  { apps, allowHttp: false },
);
const keys = keysToRead(plan, new Map(), 99);
const fact = (id: string, place: number | null) => ({
  newestBindingId: id,
  certainty: 'exact' as const,
  url: place,
  numberType: 'inner' as const,
  setBy: 0,
  setAt: '2026-11-01T00:00:00.000Z',
  busy: false,
});
const known = withFacts(new Map(), keys, {
  urls: [url, 'https://old.acme.com/in'],
  people: ['Ada'],
  facts: [fact('a', 0), fact('b', 1), null, null],
  listed: [],
  sendsPerSecond: 19,
});
const none = new Set<number>();

test('facts are asked once for each number that may be sent, and not again', () => {
  expect(keys.map(({ number }) => number)).toEqual(['8001', '8002', '8003', '8004']);
  expect(keysToRead(plan, known, 99)).toEqual([]);
  expect(keysToRead(plan, new Map(), 2).map(({ number }) => number)).toEqual(['8001', '8002']);
});

test('lines are sorted by what they would do to what is known, and counted', () => {
  expect(kindsOf(plan, new Map()).slice(0, 2)).toEqual(['pending', 'pending']);
  const kinds = kindsOf(plan, known);
  expect(kinds).toEqual([
    ...['unchanged', 'replace', 'bind', 'bind', 'duplicate', 'duplicate', 'duplicate', 'invalid'],
  ]);
  expect(countLines(plan, kinds, new Set([2]))).toEqual({
    ...{ all: 8, ask: 0, unusual: 0, bind: 2, replace: 1, unchanged: 1, invalid: 1, duplicate: 3 },
    ...{ changed: 1, pending: 0, contradiction: 2 },
  });
});

test('a kind shows its lines and those that were just edited', () => {
  const kinds = kindsOf(plan, known);
  const show = (rest: Partial<Parameters<typeof placesToShow>[2]>) =>
    placesToShow(plan, kinds, { shown: 'all', changed: none, held: none, ...rest });
  expect(show({})).toHaveLength(8);
  expect(show({ shown: 'invalid' })).toEqual([7]);
  expect(show({ shown: 'invalid', held: new Set([1]) })).toEqual([0, 7]);
  expect(show({ shown: 'changed', changed: new Set([2]) })).toEqual([1]);
});

test('what is sent is what changes something, with the binding that the dry run showed', () => {
  const sent = (alsoUnchanged: boolean) =>
    linesToSend(plan, known, alsoUnchanged).map(({ line, seen }) => [line, seen]);
  expect(sent(false)).toEqual([
    [2, 'b'],
    [3, null],
    [4, null],
  ]);
  expect(sent(true)[0]).toEqual([1, 'a']);
});
