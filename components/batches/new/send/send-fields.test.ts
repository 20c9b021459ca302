import { expect, test } from 'vitest';
import { checkSendFields, estimate, readCount } from '#components/batches/new/send/send-fields.ts';

const fields = { title: '', reason: '', confirmed: '', alsoUnchanged: false };
const codes = (given: Partial<typeof fields>, count: number) =>
  checkSendFields({ ...fields, ...given }, count).map(({ code }) => code);

test('over fifty lines the count has to be typed, in whatever way it is written', () => {
  expect(codes({}, 50)).toEqual([]);
  expect(codes({}, 51)).toEqual(['batch_count_not_typed']);
  expect(codes({ confirmed: '50' }, 51)).toEqual(['batch_count_not_typed']);
  for (const confirmed of ['1234', '1,234', ' 1 234 ', '１２３４'])
    expect(codes({ confirmed }, 1234)).toEqual([]);
  expect(readCount('1e3')).toBeNull();
  expect(readCount('')).toBeNull();
});

test('a reason has a limit', () => {
  expect(codes({ reason: 'x'.repeat(501) }, 1)).toEqual(['reason_too_long']);
});

test('a thousand numbers take about 52 s; long runs are told in minutes', () => {
  expect(estimate(1000, 19.4)).toEqual({ unit: 'seconds', time: 52 });
  expect(estimate(20_000, 19.4)).toEqual({ unit: 'minutes', time: 18 });
});
