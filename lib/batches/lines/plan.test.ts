import { expect, test } from 'vitest';
import { judgeLine, replaceInUrls } from '#lib/batches/lines/classify-line.ts';
import { mapColumns, type TypedLine } from '#lib/batches/lines/columns.ts';
import { parseTable } from '#lib/batches/lines/csv.ts';
import { readLines } from '#lib/batches/lines/lines.ts';
import { planLines } from '#lib/batches/lines/plan.ts';

const apps = [
  { id: '1400000000', name: 'Main line' },
  { id: '1400000001', name: 'Sales' },
];
const url = 'https://h.acme.com/in';
const typed = (rest: Partial<TypedLine>, line = 1): TypedLine => ({
  ...{ line, app: 'Main line', number: '0755 8601 3388', numberType: '', callbackUrl: url },
  ...rest,
});
const plan = (...lines: TypedLine[]) => planLines(lines, { apps, allowHttp: false });
const mapOf = (text: string) => {
  const table = parseTable(text);
  if (!table.ok) throw new Error(table.problem.code);
  const map = mapColumns(table.value, []);
  return { map, lines: readLines(table.value, map, { appId: '1400000000', callbackUrl: url }) };
};

test.each([
  ['number,callback_url,number_type,app_id\n1,2,3,4', { number: 0, callbackUrl: 1, numberType: 2, app: 3 }],
  [
    'SdkAppId;Number;NumberType;CallInInterface\n1;2;3;4',
    { app: 0, number: 1, numberType: 2, callbackUrl: 3 },
  ],
  ['回调地址\t号码\n1\t2', { callbackUrl: 0, number: 1 }],
  ['Phone Number,New Callback URL\n1,2', { number: 0, callbackUrl: 1 }],
])('columns are found by their names: %j', (text, columns) => {
  expect(mapOf(text).map).toMatchObject({ hasHeader: true, columns });
});

test('columns without names are found by what stands in them', () => {
  expect(mapOf('https://a.acme.com/,0755 86013388\nhttps://b.acme.com/,13800138000').map).toEqual({
    hasHeader: false,
    columns: { callbackUrl: 0, number: 1 },
    headers: ['A', 'B'],
  });
  expect(mapOf('075586013388\n13800138000').lines).toMatchObject([
    { line: 1, number: '075586013388', callbackUrl: url, app: '1400000000' },
    { line: 2 },
  ]);
});

test('a line is read by the rules of the form', () => {
  expect(plan(typed({}), typed({ app: '1400000001', number: '8001' }, 2))).toMatchObject([
    { kind: 'ready', appId: '1400000000', number: '0086075586013388', numberType: 'number' },
    { kind: 'ready', appId: '1400000001', number: '8001', numberType: 'inner' },
  ]);
  const types = ['line', '内线', '-', 'Internal number'].map((numberType) => plan(typed({ numberType }))[0]);
  expect(types).toMatchObject(['number', 'inner', null, 'inner'].map((numberType) => ({ numberType })));
});

test.each([
  [{ number: '' }, 'number_missing'],
  [{ number: '13800138000x' }, 'number_has_letters'],
  [{ callbackUrl: '' }, 'url_missing'],
  [{ callbackUrl: 'http://h.acme.com/' }, 'url_http_not_allowed'],
  [{ app: '' }, 'app_missing'],
  [{ app: '1499999999' }, 'app_not_allowed'],
  [{ numberType: 'both' }, 'number_type_unknown'],
  [{ numberType: 'constructor' }, 'number_type_unknown'],
])('%j is invalid: %s', (rest, code) => {
  expect(plan(typed(rest))).toMatchObject([
    { kind: 'invalid', problem: { code, field: expect.any(String) } },
  ]);
});

test('a line that names a retired app says so, by its id and by its name', () => {
  const retired = [
    { id: '1400000009', name: 'Old desk' },
    { id: '1400000008', name: 'Main line' },
  ];
  const lines = ['1400000009', 'old desk', 'Main line', '1400000008', '1499999999', 'Desk'].map((app, at) =>
    typed({ app, number: `0755860133${10 + at}` }, at + 1),
  );
  const told = planLines(lines, { apps, retired, allowHttp: false }).map((line) =>
    line.kind === 'invalid' ? [line.problem.code, line.problem.params?.name] : line.kind,
  );
  // A name that an app in use has too means that one.
  expect(told).toEqual([
    ['app_retired', 'Old desk'],
    ['app_retired', 'Old desk'],
    'ready',
    ['app_retired', 'Main line'],
    ['app_not_allowed', undefined],
    ['app_not_allowed', undefined],
  ]);
});

test('the same number twice: identical lines are folded, contradicting ones wait for a choice', () => {
  const same = plan(typed({}), typed({ number: '+86 755 8601 3388' }, 2), typed({ number: '8001' }, 3));
  expect(same).toMatchObject([
    { kind: 'ready' },
    { kind: 'duplicate', ofLine: 1, same: true },
    { kind: 'ready' },
  ]);
  const other = plan(typed({}), typed({ callbackUrl: 'https://other.acme.com/' }, 2));
  expect(other).toMatchObject([
    { kind: 'duplicate', same: false },
    { kind: 'duplicate', ofLine: 1, same: false },
  ]);
  expect(plan(typed({}), typed({ app: 'Sales' }, 2)).map(({ kind }) => kind)).toEqual(['ready', 'ready']);
});

test('of lines that partly agree each is judged by itself', () => {
  const other = { callbackUrl: 'https://other.acme.com/' };
  expect(plan(typed({}), typed({}, 2), typed(other, 3), typed(other, 4), typed({}, 5))).toMatchObject([
    { kind: 'duplicate', ofLine: 1, same: false },
    { kind: 'duplicate', ofLine: 1, same: true },
    { kind: 'duplicate', ofLine: 1, same: false },
    { kind: 'duplicate', ofLine: 3, same: true },
    { kind: 'duplicate', ofLine: 1, same: true },
  ]);
});

test('an app is named by its id before a name, and not by a name that two share', () => {
  const twins = [
    { id: '1', name: '2' },
    { id: '2', name: 'Main' },
    { id: '3', name: 'main' },
  ];
  const planIn = (app: string) => planLines([typed({ app })], { apps: twins, allowHttp: false });
  expect(planIn('2')).toMatchObject([{ kind: 'ready', appId: '2' }]);
  expect(planIn('Main')).toMatchObject([{ kind: 'invalid', problem: { code: 'app_not_allowed' } }]);
});

test('a column that counts lines is not taken for numbers', () => {
  expect(mapOf('Line,Number,URL\n10,075586013388,https://h.acme.com/').map.columns).toEqual({
    number: 1,
    callbackUrl: 2,
  });
});

test('a line binds, replaces or changes nothing', () => {
  const wanted = { callbackUrl: url, numberType: 'number' as const };
  const fact = { certainty: 'exact', url: 0, numberType: 'number' } as const;
  expect(judgeLine(wanted, null, [])).toBe('bind');
  expect(judgeLine(wanted, { ...fact, url: null }, [])).toBe('bind');
  expect(judgeLine(wanted, fact, [url])).toBe('unchanged');
  expect(judgeLine(wanted, { ...fact, certainty: 'uncertain' }, [url])).toBe('replace');
  expect(judgeLine(wanted, { ...fact, numberType: null }, [url])).toBe('replace');
  expect(judgeLine(wanted, fact, ['https://old.acme.com/'])).toBe('replace');
});

test('a host is replaced as a host, any other text as it stands', () => {
  const change = (callbackUrl: string, find: string, to: string) =>
    replaceInUrls([typed({ callbackUrl })], find, to)[0]?.callbackUrl;
  expect(change('https://old.acme.com/old.acme.com', 'old.acme.com', 'new.acme.com')).toBe(
    'https://new.acme.com/old.acme.com',
  );
  expect(change('https://very-old.acme.com/', 'old.acme.com', 'new.acme.com')).toBe(
    'https://very-old.acme.com/',
  );
  expect(change('https://a.acme.com/v1/v1', '/v1', '/v2')).toBe('https://a.acme.com/v2/v2');
  expect(change(url, '', 'x')).toBe(url);
  expect(change('https://old.acme.com:8443/in', 'old.acme.com', 'new.acme.com')).toBe(
    'https://new.acme.com:8443/in',
  );
  expect(change('https://old.acme.com:8443/', 'old.acme.com:8443', 'new.acme.com')).toBe(
    'https://new.acme.com/',
  );
  expect(change('https://a.acme.com/v1', '/v1', '/$&$$')).toBe('https://a.acme.com/$&$$');
});

test('a URL that its separator has cut is told by its line', () => {
  const wideIn = (text: string) => mapOf(text).lines.find(({ problem }) => problem)?.line;
  expect(wideIn('number,url\n13800138000,https://h.acme.com/?a=1,2')).toBe(2);
  expect(wideIn('number,url\n13800138000,"https://h.acme.com/?a=1,2",,')).toBeUndefined();
  expect(wideIn('13800138000,https://h.acme.com/\n13800138001,https://h.acme.com/?a=1,2')).toBe(2);
  const cut = '13800138000,https://h.acme.com/?a=1,2';
  const whole = '13800138001,https://h.acme.com/';
  expect(wideIn(`${cut}\n${whole}\n${whole}`)).toBe(1);
  expect(wideIn(`${cut}\n${whole}`)).toBe(1);
  expect(wideIn(cut)).toBe(1);
  expect(wideIn(`${whole}\n${cut}\n${cut}`)).toBe(2);
  // Remarks that most lines have are a column.
  expect(wideIn(`${whole},Desk 1\n${whole},Desk 2\n${whole},`)).toBeUndefined();
  expect(wideIn('https://h.acme.com/,13800138000')).toBeUndefined();
  expect(wideIn('')).toBeUndefined();
});

test('without a header a column of apps is not taken for numbers, unless there is nothing else', () => {
  const apps = [{ id: '77', name: 'Main line' }];
  const columnsOf = (text: string) => {
    const table = parseTable(text);
    if (!table.ok) throw new Error(table.problem.code);
    return mapColumns(table.value, apps).columns;
  };
  const url = 'https://h.acme.com/';
  expect(columnsOf(`1400000001,075586013388,${url}\n1400000001,075586013389,${url}`)).toEqual({
    app: 0,
    number: 1,
    callbackUrl: 2,
  });
  expect(columnsOf(`075586013388,${url},1600000001`)).toEqual({ number: 0, callbackUrl: 1, app: 2 });
  expect(columnsOf(`77,8001,${url}`)).toEqual({ app: 0, number: 1, callbackUrl: 2 });
  expect(columnsOf(`main line;8001;${url}`)).toEqual({ app: 0, number: 1, callbackUrl: 2 });
  expect(columnsOf(`1400000001,${url}`)).toEqual({ number: 0, callbackUrl: 1 });
});
