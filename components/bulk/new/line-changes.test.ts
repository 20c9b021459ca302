import { expect, test } from 'vitest';
import { applyChanges, type LineChange } from '#components/bulk/new/line-changes.ts';

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
