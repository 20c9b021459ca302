import { expect, test } from 'vitest';
import { fixesOf } from '#components/bulk/new/fixes-of.ts';
import { type PlannedLine, planLines } from '#lib/domain/batch-plan.ts';

const apps = [{ id: '1400000000', name: 'Main line' }];
const fixesFor = (number: string, callbackUrl: string) => {
  const typed = { line: 1, app: '1400000000', number, numberType: '', callbackUrl };
  const [planned] = planLines([typed], { apps, allowHttp: false });
  return fixesOf(planned as Extract<PlannedLine, { kind: 'invalid' }>);
};

test('an ambiguous number offers what it may have meant, and each of them is valid', () => {
  const fixes = fixesFor('75586013388', 'https://a.acme.com/');
  expect(fixes.map(({ text }) => text)).toEqual(['0086075586013388', '75586013388']);
});

test('an address written in an unusual way offers the usual one; others must be typed', () => {
  expect(fixesFor('0086075586013388', 'https://a.acme.com/x/../y')).toEqual([
    { field: 'callbackUrl', text: 'https://a.acme.com/y' },
  ]);
  expect(fixesFor('0086075586013388', 'ftp://a.acme.com/')).toEqual([]);
});
