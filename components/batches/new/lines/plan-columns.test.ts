import { expect, test } from 'vitest';
import { answerPlan } from '#components/batches/new/lines/line-worker.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

const U = 'https://hooks.acme.com/in';
const apps = [{ id: '1400000000', name: 'Main line' }];

const answerTo = (text: string, callbackUrl: string | null = null) => {
  const defaults = { appId: '1400000000', callbackUrl };
  const answer = answerPlan({ ask: 1, source: { text }, defaults, apps, allowHttp: false });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer;
};
const told = (line: PlannedLine) =>
  line.kind === 'ready'
    ? `${line.number} ${line.callbackUrl}`
    : line.kind === 'invalid'
      ? line.problem.code
      : line.kind;
const linesOf = (text: string, callbackUrl: string | null = null) =>
  answerTo(text, callbackUrl).planned.map(told);
const columnsOf = (text: string) => answerTo(text).map.columns;

const counted = (row: (n: number) => string, rows = 12) =>
  Array.from({ length: rows }, (_, n) => row(n)).join('\n');

test.each([
  ['a counter', (n: number) => `${n + 1}\t0755-860133${10 + n}\t${U}`],
  ['a counter with a dot', (n: number) => `${n + 1}.\t0755-860133${10 + n}\t${U}`],
  ['an id', (n: number) => `${100_234 + n * 7}\t0755-860133${10 + n}\t${U}`],
  ['a long id', (n: number) => `${202_611_300_001 + n}\t0755-860133${10 + n}\t${U}`],
  ['a date', (n: number) => `2026-11-${10 + n}\t0755-860133${10 + n}\t${U}`],
  ['a date without separators', (n: number) => `202611${10 + n}\t0755-860133${10 + n}\t${U}`],
  ['an amount', (n: number) => `${n * 3}.50\t0755-860133${10 + n}\t${U}`],
  ['a time', (n: number) => `1${n % 10}:30\t0755-860133${10 + n}\t${U}`],
])('the number is not %s', (_name, row) => {
  expect(columnsOf(counted(row))).toEqual({ number: 1, callbackUrl: 2 });
});

test('a counter alone is not bound', () => {
  const answer = answerTo(counted((n) => `${n + 1}\t${U}`));
  expect(answer.map.columns).toEqual({ callbackUrl: 1 });
  expect(answer.planned.filter(({ kind }) => kind === 'ready')).toEqual([]);
  expect(
    linesOf(
      counted((n) => `${n + 1}\t0755-860133${10 + n}`),
      U,
    ).some((line) => /^\d+ /.test(line) && line.length < 35),
  ).toBe(false);
});

test('another column of numbers is named, so that a person looks', () => {
  expect(answerTo(counted((n) => `138001380${10 + n},0755-860133${10 + n},${U}`)).map).toMatchObject({
    columns: { number: 0, callbackUrl: 2 },
    rivals: [1],
  });
});

test('ids beside numbers are not bound where shifted lines make both columns alike', () => {
  const table = [
    `1,${U},0755-86013310,397656`,
    `2,${U},+86 7""55 86013311,208126`,
    `3,${U},0755-86013312,501754`,
    `4,,${U},0755-86013313,232662`,
    `5,,${U},0755-86013314,496630`,
  ].join('\n');
  expect(answerTo(table).map.rivals).toBeDefined();
  expect(linesOf(table).filter((line) => /^\d{6} /.test(line))).toEqual([]);
  const shifted = [
    `1\t\t${U}\t708077\t008""607558314432`,
    `2\t${U}\t345895\t0086075587775774`,
    `3\t${U}\t194842\t0755 83037102`,
    `4\t${U}\t191471\t0086075582706663`,
    `5\t\t${U}\t506197\t0755-86582703`,
  ].join('\n');
  expect(linesOf(shifted).filter((line) => /^\d{6} /.test(line))).toEqual([]);
});

test.each([
  ['DID,Voice URL', 'https first'],
  ['Phone number (E.164),Webhook', ''],
  ['呼入号码,回调地址', ''],
  ['Hotline no.,Answer URL', ''],
  ['被叫号码（必填）,接口地址', ''],
  ['TFN,Endpoint', ''],
])('columns are found by the names %s', (head) => {
  expect(columnsOf(`${head}\nx,y`)).toEqual({ number: 0, callbackUrl: 1 });
});

test.each([
  ['号码,地址,回调地址', ['13800138000', '深圳市南山区', U], { number: 0, callbackUrl: 2 }],
  ['Number,DID,URL', ['1', '0755-86013310', U], { number: 1, callbackUrl: 2 }],
  ['Old URL,New URL,Tel', ['https://old.acme.com/', U, '0755-86013310'], { number: 2, callbackUrl: 1 }],
  [
    'Extension?,Line,Status Callback,Voice URL',
    ['no', '0755-86013310', 'https://s.acme.com/', U],
    { number: 1, callbackUrl: 3 },
  ],
  [
    'Address,Contact,Notes',
    [U, '0755-86013310', 'see https://wiki.acme.com/'],
    { number: 1, callbackUrl: 0 },
  ],
  ['序号,原号码,新号码,链接', ['1', '', '13800138000', U], { number: 2, callbackUrl: 3 }],
  ['手机,呼入号码,链接', ['13800138000', '0755-86013310', U], { number: 1, callbackUrl: 2 }],
  ['Name,Fax,Mobile,Website', ['Ann', '0755-86013311', '13800138000', U], { number: 2, callbackUrl: 3 }],
])('names and contents decide together: %s', (head, row, columns) =>
  expect(columnsOf(`${head}\n${row.join(',')}`)).toMatchObject(columns),
);
