import { expect, test } from 'vitest';
import { readTypeWord } from '#lib/domain/numbers/number-type-words.ts';
import { history as englishHistory } from '#lib/i18n/messages/en/history.ts';
import { newBatch as english } from '#lib/i18n/messages/en/new-batch.ts';
import { history as chineseHistory } from '#lib/i18n/messages/zh-CN/history.ts';
import { newBatch as chinese } from '#lib/i18n/messages/zh-CN/new-batch.ts';

test.each([english.line.types, chinese.line.types, englishHistory.type, chineseHistory.type])(
  'the names of the screens are read back from a table: %j',
  ({ number, inner, none }) => {
    expect([number, inner, none].map(readTypeWord)).toEqual(['number', 'inner', null]);
  },
);

test('case and blanks do not count, and another word means none', () => {
  expect(readTypeWord(' LINE number')).toBe('number');
  expect(readTypeWord('PSTN')).toBeUndefined();
  expect(readTypeWord('constructor')).toBeUndefined();
});
