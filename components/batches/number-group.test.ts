import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { groupInWords } from '#components/batches/number-group.ts';
import { kindInWords, meaningsInWords } from '#components/binding/number-meaning-words.ts';
import { meaningGroup } from '#lib/domain/numbers/number-meaning.ts';
import { meaningsIn, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { en } from '#lib/i18n/messages/en.ts';
import { zhCN } from '#lib/i18n/messages/zh-CN.ts';

const languages = [
  ['en', en],
  ['zh-CN', zhCN as unknown as typeof en],
] as const;
const wordsOf = (locale: 'en' | 'zh-CN', messages: typeof en) =>
  createTranslator<typeof en, 'numberMeaning'>({ locale, messages, namespace: 'numberMeaning' });

/** Two of them are sent alike: as a number that the public dials, and as an internal one. */
const open = [
  ...['95588', '12345', '110', '951234', '15558675309', '1-800-555-0199', '34945945945', '66 2 123 4567'],
  ...[
    '8675586013388',
    '0755-86013388-8001',
    '400-123-4567-8001',
    '+39 (0)3757074691',
    '011 86 755 8601 3388',
  ],
];

test('meanings that are sent alike are told apart in words, in both languages', () => {
  const meanings = meaningsIn(readNumber('95588'));
  expect(meanings.map(({ sent }) => sent)).toEqual(['95588', '95588']);
  const texts = languages.map(([locale, messages]) =>
    meaningsInWords(meanings, wordsOf(locale, messages), locale),
  );
  expect(texts).toEqual([
    '95588 (China · short public number) or 95588 (internal number)',
    '95588（中国 · 公众短号码）或95588（内部号码）',
  ]);
});

test.each(open)('no two meanings of %s look alike in a list, nor two groups in a question', (typed) => {
  const meanings = meaningsIn(readNumber(typed));
  const groups = new Set(meanings.map(meaningGroup));
  for (const [locale, messages] of languages) {
    const words = wordsOf(locale, messages);
    const shown = meanings.map((meaning) => meaningsInWords([meaning], words, locale));
    expect(new Set(shown).size).toBe(meanings.length);
    // What the row and the form show: the number and what it is.
    const rows = meanings.map((meaning) => `${meaning.sent} · ${kindInWords(meaning, words, locale)}`);
    expect(new Set(rows).size).toBe(meanings.length);
    const names = createTranslator<typeof en, 'numberGroup'>({ locale, messages, namespace: 'numberGroup' });
    expect(new Set([...groups].map((group) => groupInWords(group, names))).size).toBe(groups.size);
  }
});
