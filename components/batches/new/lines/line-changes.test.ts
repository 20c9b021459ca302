import { expect, test } from 'vitest';
import { applyChanges, type LineChange } from '#components/batches/new/lines/line-changes.ts';

const lines = [2, 3, 4].map((line) => ({
  line,
  app: '',
  number: `800${line}`,
  numberType: '',
  callbackUrl: `https://old.acme.com/${line}`,
}));
const urlsAfter = (...changes: LineChange[]) =>
  applyChanges(lines, changes).map(({ line, callbackUrl }) => `${line} ${callbackUrl}`);

test('changes apply in their order: what is replaced later finds what was typed before', () => {
  expect(
    urlsAfter(
      { kind: 'edit', line: 3, patch: { callbackUrl: 'https://typed.acme.com/3' } },
      { kind: 'replace', find: 'typed.acme.com', replacement: 'new.acme.com' },
      { kind: 'remove', lines: [4] },
    ),
  ).toEqual(['2 https://old.acme.com/2', '3 https://new.acme.com/3']);
  expect(
    urlsAfter(
      { kind: 'setUrl', url: 'https://one.acme.com/' },
      { kind: 'edit', line: 4, patch: { callbackUrl: 'https://own.acme.com/' } },
    ),
  ).toEqual(['2 https://one.acme.com/', '3 https://one.acme.com/', '4 https://own.acme.com/']);
});

test('a change to a line that is gone does nothing', () => {
  const gone: LineChange[] = [
    { kind: 'remove', lines: [2, 3] },
    { kind: 'edit', line: 2, patch: { number: '1' } },
  ];
  expect(applyChanges(lines, gone).map(({ line }) => line)).toEqual([4]);
  expect(applyChanges(lines, [])).toEqual(lines);
});

test('a cell with several numbers becomes as many lines, each with a line number of its own', () => {
  const several = [
    { ...lines[0], line: 1, number: '13800138000, 13900139000；13700137000' },
    ...lines,
  ] as typeof lines;
  const after = applyChanges(several, [
    { kind: 'split', line: 1 },
    { kind: 'edit', line: 6, patch: { number: '8001' } },
  ]);
  expect(after.map(({ line, number }) => `${line} ${number}`)).toEqual([
    ...['1 13800138000', '5 13900139000', '6 8001', '2 8002', '3 8003', '4 8004'],
  ]);
  expect(applyChanges(lines, [{ kind: 'split', line: 3 }])).toEqual(lines);
});

test('what the table was unsure of stays until a person has edited that field', () => {
  const problem = { code: 'batch_url_cut', field: 'callbackUrl' } as const;
  const unsure = lines.map((line) => ({ ...line, problem }));
  const problemsAfter = (...changes: LineChange[]) =>
    applyChanges(unsure, changes).filter((line) => line.problem).length;
  expect(problemsAfter({ kind: 'edit', line: 2, patch: { number: '8009' } })).toBe(3);
  expect(problemsAfter({ kind: 'edit', line: 2, patch: { callbackUrl: 'https://a.acme.com/' } })).toBe(2);
  expect(problemsAfter({ kind: 'setUrl', url: 'https://a.acme.com/' })).toBe(0);
});
