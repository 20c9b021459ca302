import { expect, test } from 'vitest';
import { joinPastedLines } from '#components/bind-form/pasted-lines.ts';
import { readNumber } from '#lib/domain/numbers/phone-number.ts';

test('pasted lines stay apart, nothing else is touched', () => {
  expect(joinPastedLines(' 0755 8601 3388\r\n\r\n+86 (20) 8601-3388 \n')).toBe(
    ' 0755 8601 3388; +86 (20) 8601-3388 ',
  );
});

test('two pasted lines read as two numbers, not as one long one', () => {
  const pasted = joinPastedLines('0086075586013388\n0086075586013389');
  expect(readNumber(pasted ?? '')).toMatchObject({ kind: 'several', numbers: { length: 2 } });
});

test('one line, with or without the break a spreadsheet puts behind it, is left to the browser', () => {
  expect(joinPastedLines('0755 8601 3388')).toBeNull();
  expect(joinPastedLines('0755 8601 3388\r\n')).toBeNull();
});
