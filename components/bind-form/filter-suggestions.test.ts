import { expect, test } from 'vitest';
import { fitting, offered } from '#components/bind-form/filter-suggestions.ts';

const same = (text: string) => text;
const urls = ['https://hooks.acme.com/a', 'https://calls.acme.cn/b'];

test('what is typed narrows the suggestions, whatever its case', () => {
  expect(offered(urls, ['CALLS'], same)).toEqual([urls[1]]);
});

test('one of several spellings is enough', () => {
  expect(offered(urls, ['kalls', 'calls'], same)).toEqual([urls[1]]);
});

test('all are shown for an empty field, and where none fits', () => {
  expect(offered(urls, [''], same)).toEqual(urls);
  expect(offered(urls, ['nowhere'], same)).toEqual(urls);
});

test('none are shown where none fits and others are looked for', () => {
  expect(fitting(urls, ['nowhere'], same)).toEqual([]);
});

test('never more than ten at once', () => {
  const many = Array.from({ length: 40 }, (_, index) => `x${index}`);
  expect(offered(many, ['x'], same)).toHaveLength(10);
  expect(offered(many, ['nowhere'], same)).toHaveLength(10);
});
