import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '#lib/tencent/exchange.ts';
import { parseNumbersPage } from '#lib/tencent/numbers-page.ts';

const answered = (body: string, contentType: string | null = 'application/json'): Exchange => ({
  kind: 'answered',
  httpStatus: 200,
  date: null,
  contentType,
  body: Buffer.from(body),
});
const page = (response: object) =>
  parseNumbersPage(answered(JSON.stringify({ Response: { RequestId: 'r', ...response } })));

test('numbers come as they are written, states as they are told', () => {
  const Numbers = [
    { Number: '0086075586013388', CallOutSkillGroupIds: [7], State: 1 },
    { Number: ' +86 755 ', State: 5 },
    { Number: '7', State: 99 },
    { Number: '8' },
    { Number: '9', State: '1' },
  ];
  expect(page({ TotalCount: 812, Numbers })).toEqual({
    total: 812,
    lineCount: 5,
    numbers: [
      { number: '0086075586013388', state: 1 },
      { number: ' +86 755 ', state: 5 },
      { number: '7', state: 99 },
      { number: '8', state: null },
      { number: '9', state: null },
    ],
  });
});

test('lines that are no number are counted and left out', () => {
  const Numbers = [
    null,
    7,
    'x',
    [],
    {},
    { Number: 8 },
    { Number: '' },
    { Number: 'a\0' },
    { Number: 'a\u202eb' },
  ];
  expect(page({ TotalCount: 9, Numbers })).toEqual({ total: 9, lineCount: 9, numbers: [] });
});

test.each([
  {},
  { TotalCount: 1 },
  { Numbers: [] },
  { TotalCount: -1, Numbers: [] },
  { TotalCount: 1.5, Numbers: [] },
  { TotalCount: '1', Numbers: [] },
  { TotalCount: 2 ** 31, Numbers: [] },
  { TotalCount: 1, Numbers: {} },
  { TotalCount: 1, Numbers: [], Error: { Code: 'InternalError', Message: '' } },
])('%j is no page', (response) => {
  expect(page(response)).toBeNull();
});

test('neither is what did not arrive, or arrived in another charset', () => {
  const good = '{"Response":{"RequestId":"r","TotalCount":0,"Numbers":[]}}';
  expect(parseNumbersPage(answered(good))).toMatchObject({ total: 0 });
  expect(parseNumbersPage(answered(good, 'application/json; charset=gbk'))).toBeNull();
  expect(parseNumbersPage({ kind: 'not_sent', code: 'NotSent.ConnectionRefused' })).toBeNull();
});

test('no answer makes it throw', () => {
  fc.assert(
    fc.property(fc.json(), fc.jsonValue(), (text, value) => {
      parseNumbersPage(answered(text));
      page({ TotalCount: 1, Numbers: [value, { Number: value, State: value }] });
    }),
  );
});
