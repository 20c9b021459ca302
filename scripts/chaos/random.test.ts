import { expect, test } from 'vitest';
import { parseNumbers } from '#scripts/chaos/parse-numbers.ts';
import { createRandom } from '#scripts/chaos/random.ts';

const drawFrom = (...words: (string | number)[]): unknown[] => {
  const random = createRandom(...words);
  return [random.uuid(), random.shuffle([1, 2, 3, 4, 5, 6, 7, 8]), random.int(0, 1_000_000), random.hex(8)];
};

test('a seed, a fault and a database draw the same schedule every time, and each of them another one', () => {
  expect(drawFrom(7, 4, 'embedded')).toEqual(drawFrom(7, 4, 'embedded'));
  const others = [drawFrom(8, 4, 'embedded'), drawFrom(7, 5, 'embedded'), drawFrom(7, 4, 'postgres')];
  for (const other of others) expect(other).not.toEqual(drawFrom(7, 4, 'embedded'));
});

test('what draws beside something else does not disturb it', () => {
  const alone = createRandom(7);
  const beside = createRandom(7);
  beside.branch('other').int(1, 9);
  expect(beside.uuid()).toBe(alone.uuid());
  expect(alone.branch('a').uuid()).not.toBe(alone.branch('b').uuid());
});

test('both ends of a range come, and nothing beyond', () => {
  const random = createRandom('range');
  const drawn = new Set(Array.from({ length: 400 }, () => random.int(3, 6)));
  expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  expect(random.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  expect(new Set(random.some([1, 2, 3, 4], 3)).size).toBe(3);
});

test('faults are named one by one, as a range, or both', () => {
  expect([...parseNumbers('4,20')]).toEqual([4, 20]);
  expect([...parseNumbers('1-3,7')]).toEqual([1, 2, 3, 7]);
  for (const text of ['', 'all', '1-', '-3', '1;2']) expect(() => parseNumbers(text)).toThrow('1-29');
});
