import { expect, test } from 'vitest';
import { gapsOf } from '#components/batches/new/lines/gaps-of.ts';
import { applyChanges, type LineChange } from '#components/batches/new/lines/line-changes.ts';
import { planLines } from '#lib/batches/lines/plan.ts';

const apps = [
  { id: '1400000000', name: 'Main line' },
  { id: '1400000001', name: 'Night shift' },
];
const url = 'https://hooks.acme.com/in';
const lines = [
  ['', '0755 86013301', '', url],
  ['Main line', '0755 86013302', 'PSTN', url],
  ['Sales', '0755 86013303', 'pstn', ''],
  ['1400000001', '0755 86013304', '', ''],
  ['', 'no number', 'inner', ''],
  ['1400000000', '0755 86013306', 'Line number', url],
].map(([app = '', number = '', numberType = '', callbackUrl = ''], place) => ({
  ...{ line: place + 1, app, number, numberType, callbackUrl },
}));
const planAfter = (changes: readonly LineChange[]) =>
  planLines(applyChanges(lines, changes), { apps, allowHttp: false });

test('what lines lack, or say in unknown words, is gathered by what they say', () => {
  expect(gapsOf(planAfter([]), apps)).toEqual([
    { field: 'callbackUrl', typed: '', count: 3 },
    { field: 'app', typed: '', count: 2 },
    { field: 'numberType', typed: 'PSTN', count: 1 },
    { field: 'app', typed: 'Sales', count: 1 },
    { field: 'numberType', typed: 'pstn', count: 1 },
  ]);
});

test('one choice fills the gap in every such line and in no other', () => {
  const changes: LineChange[] = [
    { kind: 'fill', field: 'callbackUrl', typed: '', value: `${url}/rest` },
    { kind: 'fill', field: 'app', typed: '', value: '1400000001' },
    { kind: 'fill', field: 'app', typed: 'Sales', value: '1400000000' },
    { kind: 'fill', field: 'numberType', typed: 'PSTN', value: 'number' },
  ];
  const after = planAfter(changes);
  expect(gapsOf(after, apps)).toEqual([{ field: 'numberType', typed: 'pstn', count: 1 }]);
  expect(after[0]).toMatchObject({ kind: 'ready', appId: '1400000001', callbackUrl: url });
  expect(after[3]).toMatchObject({ kind: 'ready', callbackUrl: `${url}/rest` });
  expect(after[5]).toMatchObject({ kind: 'ready', appId: '1400000000' });
  const last = planAfter([...changes, { kind: 'edit', line: 3, patch: { numberType: 'none' } }]);
  expect(gapsOf(last, apps)).toEqual([]);
  expect(last[2]).toMatchObject({ kind: 'ready', numberType: null });
});

test('a retired app is a gap of its own kind', () => {
  const retired = [{ id: '1400000009', name: 'Old desk' }];
  const line = { line: 1, app: 'old desk', number: '0755 86013301', numberType: '', callbackUrl: url };
  const plan = planLines([line], { apps, retired, allowHttp: false });
  expect(gapsOf(plan, apps, retired)).toEqual([
    { field: 'app', typed: 'old desk', count: 1, isRetired: true },
  ]);
});

test('URLs that a failed formula left, or that say there is none, are one gap for each text', () => {
  const texts = ['#N/A', '#N/A', 'NULL', 'not a url'].map((callbackUrl, at) => ({
    ...{ line: at + 1, app: '1400000000', number: `0755 8601330${at}`, numberType: '', callbackUrl },
  }));
  const gaps = gapsOf(planLines(texts, { apps, allowHttp: false }), apps);
  expect(gaps).toEqual([
    { field: 'callbackUrl', typed: '#N/A', count: 2 },
    { field: 'callbackUrl', typed: 'NULL', count: 1 },
  ]);
});
