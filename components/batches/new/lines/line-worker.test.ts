import { expect, test } from 'vitest';
import type { UrlFixCode } from '#components/batches/new/lines/line-changes.ts';
import { answerPlan } from '#components/batches/new/lines/line-worker.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';
import { byteOrderMark, csvLine } from '#lib/domain/csv.ts';

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

const ready = (number: string, url = U) => `0086${number} ${url}`;

test.each([
  [
    'a remark that is mostly empty',
    `手机号码,回调链接,备注\n13800138000,${U},\n13900139000,${U},VIP\n13700137000,${U},`,
  ],
  [
    'three tab columns, the third filled once',
    `13800138000\t${U}\n13900139000\t${U}\tVIP\n13700137000\t${U}\t`,
  ],
  [
    'a title above the header',
    `号码绑定清单\n\n手机号码,回调链接\n13800138000,${U}\n13900139000,${U}\n13700137000,${U}`,
  ],
  [
    'a title, a date and a header with more columns',
    `Bindings 2026,,\nas of 2026-11-30,,\nNo.,Phone No.,Voice URL\n1,13800138000,${U}\n2,13900139000,${U}\n3,13700137000,${U}`,
  ],
  ['a tab behind the digits', `13800138000\t,${U}\n13900139000\t,${U}\n13700137000\t,${U}`],
  [
    'a tab behind the digits and in front of the URL',
    `number,url\n13800138000\t,\t${U}\n13900139000\t,\t${U}\n13700137000\t,\t${U}`,
  ],
  ['ragged rows', `number,url,note,owner\n13800138000,${U}\n13900139000,${U},x\n13700137000,${U},,y`],
  [
    'blank columns',
    `${','.repeat(25)}number,url\n${[138, 139, 137].map((code) => `${','.repeat(25)}${code}00${code}000,${U}`).join('\n')}`,
  ],
  [
    'bars of a wiki',
    `| number | url |\n| 13800138000 | ${U} |\n| 13900139000 | ${U} |\n| 13700137000 | ${U} |`,
  ],
  ['full-width commas', `13800138000，${U}\n13900139000，${U}\n13700137000，${U}`],
  [
    'the header in the middle again',
    `number,url\n13800138000,${U}\n13900139000,${U}\nnumber,url\n13700137000,${U}`,
  ],
])('a table is read with %s', (_name, text) =>
  expect(linesOf(text)).toEqual([ready('13800138000'), ready('13900139000'), ready('13700137000')]),
);

test('a table of one row and twenty columns is read, and its columns can be corrected', () => {
  const row = ['1', '2026-11-30', '13800138000', ...Array.from({ length: 16 }, (_, n) => `cell ${n}`), U];
  for (const separator of ['\t', ',']) {
    const answer = answerTo(row.join(separator));
    expect(answer.planned.map(told)).toEqual([ready('13800138000')]);
    expect(answer.places).toHaveLength(20);
  }
});

test('a line that is too wide is that line’s problem', () => {
  const text = `number,url\n13800138000,${U}\n13900139000,${U}?a=1,2\n13700137000,${U},,,`;
  expect(linesOf(text)).toEqual([ready('13800138000'), 'batch_url_cut', ready('13700137000')]);
  expect(linesOf(`url,number\n${U},13800138000\n${U}?a=1,2,13900139000`)).toEqual([
    ready('13800138000'),
    'batch_number_elsewhere',
  ]);
});

test('numbers alone and numbers with URLs are one paste', () =>
  expect(linesOf(`13800138000\n13900139000,${U}/own\n13700137000`, U)).toEqual([
    ready('13800138000'),
    ready('13900139000', `${U}/own`),
    ready('13700137000'),
  ]));

test.each([
  ['13800138000,13900139000,13700137000'],
  ['13800138000\t13900139000\t13700137000'],
  ['13800138000、13900139000、13700137000'],
  ['13800138000 13900139000 13700137000'],
  ['13800138000;13900139000\n13700137000'],
  ['"13800138000","13900139000",,"13700137000"'],
])('a line of several numbers is as many lines: %j', (text) =>
  expect(linesOf(text, U)).toEqual([ready('13800138000'), ready('13900139000'), ready('13700137000')]),
);

test('a cell with several numbers offers to be split, and none vanishes', () => {
  const several = { kind: 'invalid', problem: { code: 'number_several' } };
  expect(answerTo(`number,url\n"13800138000, 13900139000",${U}`).planned).toMatchObject([several]);
  expect(answerTo(`13600136000,${U}\n13800138000,13900139000`, U).planned).toMatchObject([
    { kind: 'ready' },
    { ...several, typed: { number: '13800138000, 13900139000' } },
  ]);
});

test.each([
  [
    'quotes within a field',
    `13800138000,${U},"VIP" desk\n13900139000,${U},5" pipe\n13700137000,${U},say "hi" "there"`,
  ],
  ['blanks around quotes', `13800138000, "${U}"\n13900139000 , "${U}" \n "13700137000" ,"${U}"\t`],
  [
    'cells of a sheet with line breaks and tabs',
    `13800138000\t${U}\t"two\nlines"\n13900139000\t${U}\t"a\ttab"\n13700137000\t${U}\t"""quoted"""`,
  ],
  [
    'a quote that never ends in a column that is not used',
    `number,url,note\n13800138000,${U},"VIP\n13900139000,${U},x\n13700137000,${U},y`,
  ],
])('%s are read as spreadsheets write them', (_name, text) =>
  expect(linesOf(text)).toEqual([ready('13800138000'), ready('13900139000'), ready('13700137000')]),
);

test('a separator in quotes after a blank cuts nothing', () =>
  expect(linesOf(`13800138000, "${U}?a=1,2"\n13900139000,"${U}?b=1,2"`)).toEqual([
    ready('13800138000', `${U}?a=1,2`),
    ready('13900139000', `${U}?b=1,2`),
  ]));

test('a quote that never ends and one that swallows lines are told by their lines', () => {
  expect(linesOf(`number,url\n"13800138000,${U}\n13900139000,${U}`)).toEqual([
    'batch_quote_open',
    ready('13900139000'),
  ]);
  expect(linesOf(`number,url\n13800138000,"\n13900139000,"\n13700137000,${U}`)).toEqual([
    'batch_quote_swallows',
    ready('13700137000'),
  ]);
});

test('dates are refused as numbers', () =>
  expect(linesOf(`number,url\n2026-11-30,${U}\n2026/1/3 10:30,${U}\n0755-86013310,${U}`)).toEqual([
    'batch_number_is_date',
    'batch_number_is_date',
    ready('075586013310'),
  ]));

test('the console’s own export of history reads back', () => {
  const head = [
    ...[
      'time_utc',
      'time_local (Asia/Shanghai)',
      'id',
      'app_id',
      'app_name',
      'number',
      'number_type',
      'outcome',
    ],
    ...[
      'callback_url',
      'previous_url',
      'previous_certainty',
      'actor_name',
      'actor_email',
      'source',
      'reason',
    ],
    ...['code', 'message', 'request_id', 'settled_utc', 'duration_ms', 'attempts', 'restores_id', 'batch_id'],
    'batch_line',
  ];
  const row = [
    ...[
      { plain: '2026-03-01T00:00:00.000Z' },
      { plain: '2026-03-01 08:00:00' },
      '0199f000-0000-7000-8000-000000000001',
    ],
    ...[
      '1400000000',
      'Main line',
      '0086075586013388',
      'number',
      'bound',
      U,
      'https://old.acme.com/',
      'exact',
      'Ann',
    ],
    ...[
      'ann@acme.com',
      'bulk',
      'OPS-1',
      null,
      null,
      'r-1',
      { plain: '2026-03-01T00:00:01.000Z' },
      120,
      1,
      null,
    ],
    ...['0199f000-0000-7000-8000-000000000002', 7],
  ];
  const answer = answerTo(byteOrderMark + csvLine(head) + csvLine(row));
  expect(answer.map.columns).toEqual({ app: 3, number: 5, numberType: 6, callbackUrl: 8 });
  expect(answer.planned).toMatchObject([
    { kind: 'ready', appId: '1400000000', number: '0086075586013388', numberType: 'number', callbackUrl: U },
  ]);
});

test('fields that are out of place are that line’s problem, and a short number among public ones is asked about', () => {
  const rows = Array.from({ length: 15 }, (_, n) => n + 10).map((n) => `${n - 9}\t0755-860133${n}\t${U}`);
  expect(
    linesOf(
      [...rows, `5\t\t0755-86013344\t${U}`, `x\t6\t0755-86013345\t${U}`, `7\t8001\t${U}`].join('\n'),
    ).slice(15),
  ).toEqual(['number_missing', 'batch_number_elsewhere', 'batch_number_odd']);
  expect(linesOf(`号码,金额,回调地址\n12.50,${U},x\n0755-86013310,,${U}`)[0]).toBe('number_is_decimal');
  expect(linesOf(`8001,${U}\n0755-86013310,${U}\n8002,${U}`)).not.toContain('batch_number_odd');
  // Two of eight lines are moved by a separator: the others still say where a number stands.
  const moved = linesOf(
    [
      '号码清单 2026',
      '',
      'https://h3.acme.com/in/0\t2026-01-14\t"813377"\t0755 86476964\tn/a',
      'https://h8.acme.com/in/1\t2026-04-07\t"101754"\t0755 80259260\ttwo words',
      'https://h8.acme.com/in/2\t2026-11-16\t"575343"\t0755 86713909\t two words',
      'https://h3.acme.com/in/3\t2026-08-21\t336133\t0086075585167570\ttwo wor"ds',
      'https://h4.acme.com/in/4\t2026-09-28\t504731\t0755 86998952\t5" pipe',
      '"https://h2.acme.com/in/5"\t 2026-10-14\t"561826"\t0755-85539520\t"VIP" desk',
      'https://h6.acme.com/in/6\t2026-06-18\t2277\t88\t0086075586050889\tsay "hi"',
      'https://h2.acme.com/in/7\t\t2026-06-01\t537296\t0755 88336442\t前台',
    ].join('\n'),
  );
  expect(moved.slice(-2)).toEqual(['batch_number_elsewhere', 'batch_number_elsewhere']);
});

const mobiles = [138, 139, 137, 136, 135, 134].map((code) => `${code}00${code}000`);
const withNumber = (number: string, separator = ',') =>
  [...mobiles.slice(0, 3), number, ...mobiles.slice(3)].map((each) => `${each}${separator}${U}`).join('\n');

test.each(['95588', '10086', '110', '12345', '951234'])(
  'the service number %s among public numbers is asked about as the form asks',
  (number) => {
    for (const separator of [',', '\t', ';'])
      expect(answerTo(withNumber(number, separator)).planned[3]).toMatchObject({
        kind: 'ask',
        question: 'internal|short',
      });
  },
);

test('what can only be an internal number among public ones still has to be confirmed', () =>
  expect(['12', '8001', '8001.0'].map((number) => linesOf(withNumber(number))[3])).toEqual([
    'batch_number_odd',
    'batch_number_odd',
    'batch_number_odd',
  ]));

test('a decimal number is told as one in a table too, and points within a number are none', () => {
  for (const number of ['3.14159', '0.5', '13800138000.5', '8001.25'])
    expect(linesOf(withNumber(number))[3]).toBe('number_is_decimal');
  expect(linesOf(withNumber('0755.86013388'))[3]).toBe(`0086075586013388 ${U}`);
  expect(linesOf(withNumber('13300133000.0'))[3]).toBe(ready('13300133000'));
});

test.each([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  'Err:502',
  '#¡REF!',
  '#ZAHL!',
  '#ССЫЛКА!',
  '####',
])(
  'the failed formula %s is named in the columns of URLs, apps and types as in the one of numbers',
  (text) => {
    for (const separator of [',', '\t']) {
      const row = (cells: string[]) => cells.join(separator);
      const table = [
        row(['number', 'url', 'app', 'type']),
        row(['13800138000', text, '1400000000', 'number']),
        row(['13900139000', U, text, 'number']),
        row(['13700137000', U, '1400000000', text]),
        row([text, U, '1400000000', 'number']),
        row(['13600136000', U, '1400000000', 'number']),
      ].join('\n');
      const invalid = (code: string, field: string) => ({
        kind: 'invalid',
        problem: { code, field, params: { text } },
      });
      expect(answerTo(table).planned).toMatchObject([
        invalid('formula_error', 'callbackUrl'),
        invalid('formula_error', 'appId'),
        invalid('formula_error', 'numberType'),
        invalid('number_formula_error', 'number'),
        { kind: 'ready' },
      ]);
    }
  },
);

test('a column of URLs is found where most of its formulas have failed', () =>
  expect(
    linesOf(
      `13800138000\t#N/A\n13900139000\t#REF!\n13700137000\tErr:502\n13600136000\tNULL\n13500135000\t${U}`,
    ),
  ).toEqual(['formula_error', 'formula_error', 'formula_error', 'url_no_value', ready('13500135000')]));

test.each([
  ['Markdown', `| number | url |\n|---|:--:|\n| 13800138000 | ${U} |\n| 13900139000 | ${U} |`, [2]],
  ['Markdown without outer bars', `number | url\n:-- | -:\n13800138000 | ${U}\n13900139000 | ${U}`, [2]],
  [
    'a terminal',
    `+-------------+-----+\n| number      | url |\n+-------------+-----+\n| 13800138000 | ${U} |\n| 13900139000 | ${U} |\n+-------------+-----+`,
    [1, 3, 6],
  ],
  ['psql', ` number | url\n--------+-----\n 13800138000 | ${U}\n 13900139000 | ${U}`, [2]],
  ['commas', `号码,URL\n---,---\n13800138000,${U}\n=====\n13900139000,${U}`, [2, 4]],
  [
    'box drawing',
    `│ number │ url │\n├────────┼─────┤\n│ x │ y │`
      .replaceAll('│', '|')
      .replace('| x | y |', `| 13800138000 | ${U} |\n| 13900139000 | ${U} |`),
    [2],
  ],
  ['MediaWiki', `|-\n| 13800138000 || ${U}\n|-\n| 13900139000 || ${U}\n|}`, [1, 3, 5]],
])('lines that only draw a table are left out and named: %s', (_name, text, lines) => {
  const answer = answerTo(text);
  expect(answer.planned.map(told)).toEqual([ready('13800138000'), ready('13900139000')]);
  expect(answer.skipped.map(({ line }) => line)).toEqual(lines);
});

test('a line with anything to send in it is never left out', () => {
  const answer = answerTo(`| number | url |\n|---|---|\n| --- | ${U} |\n| 13800138000 | --- |\n| x | --- |`);
  expect(answer.skipped).toEqual([{ line: 2, text: '---|---' }]);
  expect(answer.planned.map(told)).toEqual(['number_no_value', 'url_no_value', 'number_has_letters']);
});

test('one press takes what is behind the addresses of all lines, or finds the addresses in them', () => {
  const text = `13800138000\t${U})\n13900139000\t${U}.\n13700137000\t${U}，\n13600136000\t<${U}>\n13500135000\t${U}`;
  const pressed = (...codes: UrlFixCode[]) =>
    answerPlan({
      ...{ ask: 1, source: { text }, defaults: { appId: '1400000000', callbackUrl: null }, apps },
      allowHttp: false,
      changes: codes.map((code) => ({ kind: 'fixUrls', code })),
    });
  const all = pressed('url_ends_in_mark', 'url_wrapped');
  expect(all.ok && all.planned.map(told)).toEqual(
    [138, 139, 137, 136, 135].map((code) => ready(`${code}00${code}000`)),
  );
  const first = pressed('url_ends_in_mark');
  expect(first.ok && first.planned.map(told)[3]).toBe('url_wrapped');
});
