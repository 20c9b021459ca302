import { expect, test } from 'vitest';
import {
  type Choice,
  choiceKey,
  choiceUnder,
  choose,
  countChosen,
  filtersText,
  isChosen,
  noChoice,
  rangeOf,
} from '#components/numbers/choice.ts';

const all: Choice = { of: 'q=acme', keys: new Set() };
const chosenOf = (choice: Choice, keys: string[]) => keys.filter((key) => isChosen(choice, key));

test('single numbers are chosen and let go of', () => {
  const three = choose(noChoice, ['1.a', '1.b', '2.a'], true);
  expect(chosenOf(three, ['1.a', '1.b', '2.a', '2.b'])).toEqual(['1.a', '1.b', '2.a']);
  expect(countChosen(three, 100)).toBe(3);
  const two = choose(three, ['1.b', '2.b'], false);
  expect([countChosen(two, 100), chosenOf(two, ['1.a', '1.b', '2.a'])]).toEqual([2, ['1.a', '2.a']]);
  expect(choiceKey({ appId: '1', number: 'a' })).toBe('1.a');
});

test('of all that match some can be let go of and taken back', () => {
  expect([countChosen(all, 100), isChosen(all, '9.z')]).toEqual([100, true]);
  const fewer = choose(all, ['1.a', '1.b'], false);
  expect([countChosen(fewer, 100), chosenOf(fewer, ['1.a', '1.b', '1.c'])]).toEqual([98, ['1.c']]);
  expect(countChosen(choose(fewer, ['1.a'], true), 100)).toBe(99);
  expect(countChosen(choose(all, ['1.a'], false), 0)).toBe(0);
});

test('all is all of its filters, whatever the page; single numbers outlive them', () => {
  const search = { q: 'acme', host: ['a.example'], after: 'x', size: 50 } as const;
  expect(filtersText({ ...search, host: [...search.host] })).toBe('q=acme&host=a.example');
  expect(choiceUnder(all, 'q=acme')).toBe(all);
  expect(choiceUnder(all, '')).toBe(noChoice);
  const one = choose(noChoice, ['1.a'], true);
  expect(choiceUnder(one, 'q=other')).toBe(one);
});

test('a range goes both ways, and without a beginning on the page it is its end', () => {
  const keys = ['a', 'b', 'c', 'd'];
  expect(rangeOf(keys, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(rangeOf(keys, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(rangeOf(keys, 'c', 'c')).toEqual(['c']);
  expect(rangeOf(keys, 'z', 'c')).toEqual(['c']);
  expect(rangeOf(keys, null, 'c')).toEqual(['c']);
});
