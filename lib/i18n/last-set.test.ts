import { expect, test } from 'vitest';
import { number as english } from '#lib/i18n/messages/en/number.ts';
import { number as chinese } from '#lib/i18n/messages/zh-CN/number.ts';

// Nobody can ask the provider where numbers lead now. What shares a host was last set to it through this console, no more.
test('what is related to a number says what it was last set to, in both languages', () => {
  for (const key of ['none', 'others', 'atLeast'] as const) {
    expect(english.hosts[key]).toContain('last set to');
    expect(chinese.hosts[key]).toContain('最近一次设置到');
    expect(chinese.hosts[key]).not.toContain('指向');
  }
});
