import { expect, test } from 'vitest';
import { makeTrueHistory } from '#lib/testing/campaign/history.ts';
import { checkHistory } from '#scripts/campaign/check-history.ts';

// What each rule finds is shown beside the file that has it, by a bug planted in this history.
test('a true history breaks no rule', () => {
  expect(checkHistory(makeTrueHistory())).toEqual([]);
});

test('checks 20,000 bindings in seconds', () => {
  const { bindings, attempts, arrivals, bound, ...rest } = makeTrueHistory();
  const copies = Array.from({ length: 2_000 }, (_, copy) => copy);
  const many = <Row extends object>(rows: readonly Row[], names: readonly (keyof Row)[]): Row[] =>
    copies.flatMap((copy) =>
      rows.map((row) => {
        const named = names
          .filter((name) => row[name] !== null)
          .map((name) => [name, `${row[name]} ${copy}`]);
        return { ...row, ...Object.fromEntries(named) };
      }),
    );
  const large = {
    ...rest,
    intents: many(rest.intents, ['key']),
    batchIntents: many(rest.batchIntents, ['key', 'told']),
    batches: many(rest.batches, ['id', 'key']),
    bindings: many(bindings, ['id', 'key', 'number', 'batchId']),
    attempts: many(attempts, ['bindingId', 'number', 'requestId']),
    arrivals: many(arrivals, ['number', 'requestId']),
    bound: new Map(copies.flatMap((copy) => [...bound].map(([number, url]) => [`${number} ${copy}`, url]))),
  };
  const startedMs = performance.now();
  expect(checkHistory(large)).toEqual([]);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
});
