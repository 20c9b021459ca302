import { expect, test } from 'vitest';
import { offered } from '#components/bindings/offered.ts';

const same = (text: string) => text;
const urls = ['https://hooks.acme.com/a', 'https://calls.acme.cn/b'];

test('what is typed narrows the suggestions, whatever its case', () => {
  expect(offered(urls, 'CALLS', same)).toEqual([urls[1]]);
});

test('all are shown for an empty field, and where none fits', () => {
  expect(offered(urls, '', same)).toEqual(urls);
  expect(offered(urls, 'nowhere', same)).toEqual(urls);
});

test('never more than ten at once', () => {
  expect(
    offered(
      Array.from({ length: 40 }, (_, index) => String(index)),
      '',
      same,
    ),
  ).toHaveLength(10);
});
