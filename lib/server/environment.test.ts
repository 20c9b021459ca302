import { expect, test } from 'vitest';
import { describeProblems, parseEnvironment } from '#lib/server/environment.ts';

const rateOf = (text: string) => parseEnvironment({ SENDS_PER_SECOND: text }).environment.sendsPerSecond;

test('as much is sent as the provider takes, or less', () => {
  expect(['', '1', '5', '12.5', '0.999', '19.999', '20'].map(rateOf)).toEqual([
    20, 1, 5, 12.5, 20, 19.999, 20,
  ]);
});

test.each([
  '0',
  '0.5',
  '0.999',
  '20.001',
  '21',
  '-5',
  '1e1',
  '0x10',
  '5,5',
  '12.3456',
  ' ten',
  'NaN',
  'Infinity',
  '٥',
])('no start with a pace of %s: the variable is named, its value is not', (text) => {
  const { problems } = parseEnvironment({ SENDS_PER_SECOND: text });
  expect(problems.map(({ variable }) => variable)).toEqual(['SENDS_PER_SECOND']);
  const told = describeProblems(problems);
  expect(told).toContain('SENDS_PER_SECOND: give a number from 1 to 20');
  expect(told.replace('12.5', '').replace('from 1 to 20', '')).not.toContain(text.trim());
});
