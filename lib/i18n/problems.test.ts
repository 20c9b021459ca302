import { expect, test } from 'vitest';
import { problemCodes } from '#lib/domain/problem.ts';
import { problems as english } from '#lib/i18n/messages/en/problems.ts';
import { problems as chinese } from '#lib/i18n/messages/zh-CN/problems.ts';

const parametersOf = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort();

test('every problem has a sentence in both languages, and no sentence is left without a problem', () => {
  expect(Object.keys(english).sort()).toEqual([...problemCodes].sort());
  expect(Object.keys(chinese).sort()).toEqual([...problemCodes].sort());
});

test.each(problemCodes)('%s asks for the same facts in both languages', (code) => {
  expect(parametersOf(chinese[code])).toEqual(parametersOf(english[code]));
});

test.each([
  ...['batch_field_too_long', 'batch_file_no_text', 'batch_quote_open', 'batch_quote_swallows'],
] as const)('%s names line and column', (code) => {
  for (const problems of [english, chinese])
    expect(parametersOf(problems[code])).toEqual(expect.arrayContaining(['column', 'line']));
});
