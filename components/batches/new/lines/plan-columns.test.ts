import { expect, test } from 'vitest';
import { answerPlan } from '#components/batches/new/lines/line-worker.ts';
import { withoutRivals } from '#components/batches/new/source/column-map.ts';
import type { ColumnMap } from '#lib/batches/lines/columns.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

const U = 'https://hooks.acme.com/in';
const apps = [{ id: '1400000000', name: 'Main line' }];

const answerTo = (text: string, callbackUrl: string | null = null) => {
  const defaults = { appId: '1400000000', callbackUrl };
  const answer = answerPlan({ ask: 1, source: { text }, defaults, apps, allowHttp: false });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer;
};
const planWith = (text: string, map: ColumnMap) => {
  const defaults = { appId: '1400000000', callbackUrl: null };
  const answer = answerPlan({ ask: 1, source: { text }, map, defaults, apps, allowHttp: false });
  return answer.ok ? answer.planned : [];
};
const ready = (number: string, url = U) => `${number} ${url}`;
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
  expect(answerTo(table).map.strays).toBeDefined();
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

test('where the columns of a table disagree, a short number beside a whole one is asked about and the column is named', () => {
  // A separator too many moves two of five lines, so that the column of ids holds as many whole numbers as the right one.
  const mixed = answerTo(
    [
      `1,2026-08-12,${U},"0755 86013310",397656,200.94`,
      `2,2026-03-18,${U},+86 7""55 86013311,208126,654.37`,
      `3,2026-03-23,${U},0755-86013312,501754,436.01`,
      `4,,2026-12-24,${U},0755 86013313,232662,174.63`,
      `5,2026-02-23,https://hooks.ac,me.com/in,"+86 755 86013314",496630,814.85`,
    ].join('\n'),
  );
  expect(mixed.planned.map(told)).toEqual([
    ...Array.from({ length: 3 }, () => 'batch_number_elsewhere'),
    ...Array.from({ length: 2 }, () => 'batch_line_too_wide'),
  ]);
  expect(mixed.map).toMatchObject({ columns: { number: 4, callbackUrl: 2 }, strays: [3] });
  // Fewer than two in three of the column's numbers are whole.
  const moved = [
    `1\tnote\t${U}\t708077\t0755 86013310`,
    `2\t${U}\t2026-07-22\t345895\t0755 86013311`,
    `3\t${U}\t2026-10-24\t194842\t0755 86013312`,
    `4\t\t${U}\t2026-03-28\t506197\t0755-86013313`,
    `5\t\t${U}\t2026-03-29\t506198\t0755-86013314`,
  ];
  expect(linesOf(moved.join('\n'), U).slice(3)).toEqual(['batch_number_elsewhere', 'batch_number_elsewhere']);
});

test('the pieces of a line that a line break has cut in two are not bound', () => {
  const cut = [
    `;+86 755 86013310;741463;${U}`,
    'VIP;075',
    `5-86013311; 580046;${U}`,
    `x;0755 86013312;182031;${U}`,
  ];
  expect(linesOf(cut.join('\n'), U)).toEqual([
    ready('0086075586013310'),
    'batch_number_odd',
    'batch_number_odd',
    ready('0086075586013312'),
  ]);
});

test('short numbers beside other numbers are read where the table does not contradict itself', () => {
  const inner = counted((n) => `${100_234 + n * 7},80${10 + n},Desk ${n},${U}`);
  expect(linesOf(`Id,Number,Desk,URL\n${inner}`).every((line) => /^80\d\d /.test(line))).toBe(true);
  // One remark with a whole number is a question about that line alone, until a person says that the column is right.
  const one = `number,note,url\n8001,0755-86013310,${U}\n8002,Desk,${U}\n8003,Desk,${U}`;
  expect(linesOf(one)).toEqual(['batch_number_elsewhere', ready('8002'), ready('8003')]);
  const { map } = answerTo(one);
  expect(map.strays).toEqual([1]);
  expect(planWith(one, withoutRivals(map)).map(told)).toEqual([ready('8001'), ready('8002'), ready('8003')]);
  // Lines of numbers alone and lines with a URL of their own are one paste.
  expect(linesOf(`8001\n8002,${U}\n8003`, U)).toEqual([ready('8001'), ready('8002'), ready('8003')]);
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
