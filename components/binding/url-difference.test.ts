import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onlyHiddenDiffers, type Piece, urlDifference } from '#components/binding/url-difference.ts';

const join = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const changed = (pieces: Piece[]) => join(pieces.filter((piece) => piece.changed));

test('only the differing part is marked, in whole words', () => {
  const { before, after } = urlDifference(
    'https://hooks.acme.com/v1/voice?k=1',
    'https://hooks.acme.com/v2/voice?k=1',
  );
  expect(changed(before)).toBe('v1');
  expect(changed(after)).toBe('v2');
});

test('two changes far apart leave what is between them unmarked', () => {
  const { before, after } = urlDifference('https://a.cn/v1/voice', 'https://a.cn/v2/voice?line=main');
  expect(before.filter((piece) => piece.changed).map(({ text }) => text)).toEqual(['v1']);
  expect(after.filter((piece) => piece.changed).map(({ text }) => text)).toEqual(['v2', '?line=main']);
});

test('a part that is only added marks nothing as removed', () => {
  const { before, after } = urlDifference('https://a.cn/x', 'https://a.cn/x/y');
  expect(changed(before)).toBe('');
  expect(changed(after)).toBe('/y');
});

test('equal URLs have no marked part', () => {
  const { before, after } = urlDifference('https://a.cn/x', 'https://a.cn/x');
  expect(changed(before) + changed(after)).toBe('');
});

test('the pieces joined are the URLs', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const { before, after } = urlDifference(a, b);
      expect([join(before), join(after)]).toEqual([a, b]);
    }),
  );
});

test('hidden parts that read alike are told apart by their marks, by position', () => {
  const url = 'https://***@a.cn/***/in?token=***&line=1;sid=***';
  const marks = { before: ['u', 'p', 'old', 's'], after: ['u', 'p', 'new', 's'] };
  const { before, after } = urlDifference(url, url, marks);
  expect(before.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')).toBe(
    'https://***@a.cn/***/in?token=[***]&line=1;sid=***',
  );
  expect(changed(after)).toBe('***');
  expect(onlyHiddenDiffers(url, url, marks)).toBe(true);
  expect(changed(urlDifference(url, url, { before: marks.after, after: marks.after }).before)).toBe('');
});

test('only the hidden part differs where both read alike and their marks do not', () => {
  const marks = { before: ['a'], after: ['b'] };
  expect(
    onlyHiddenDiffers('https://a.cn/?k=***', 'https://a.cn/?k=***', { before: ['a'], after: ['a'] }),
  ).toBe(false);
  expect(onlyHiddenDiffers('https://a.cn/?k=***', 'https://b.cn/?k=***', marks)).toBe(false);
  expect(onlyHiddenDiffers(null, null, marks)).toBe(false);
});
