import { expect, test } from 'vitest';
import { hiddenMarks } from '#lib/bindings/hidden-marks.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';

const number = { appId: '1400000000', number: '0086075586013388' };
const other = { ...number, number: '0086075586013389' };
const url = 'https://ada:word@h.acme.com/in?token=one&lang=en&sign=two';

test('each hidden part has one mark, in the order in which the parts are shown', () => {
  const marks = hiddenMarks(url, number, 'key');
  expect(maskUrlSecrets(url).match(/\*\*\*/g)).toHaveLength(3);
  expect(new Set(marks).size).toBe(3);
  const rotated = hiddenMarks(url.replace('one', 'three'), number, 'key');
  expect(rotated.map((mark, at) => mark === marks[at])).toEqual([true, false, true]);
});

test('marks say nothing across numbers or without the key, and hold no secret', () => {
  const marks = hiddenMarks(url, number, 'key');
  expect(hiddenMarks(url, number, 'key')).toEqual(marks);
  for (const elsewhere of [hiddenMarks(url, other, 'key'), hiddenMarks(url, number, 'another key')])
    expect(elsewhere.some((mark) => marks.includes(mark))).toBe(false);
  expect(hiddenMarks('https://h.acme.com/in', number, 'key')).toEqual([]);
  expect(hiddenMarks(null, number, 'key')).toEqual([]);
});
