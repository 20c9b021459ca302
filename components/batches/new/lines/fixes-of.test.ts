import { expect, test } from 'vitest';
import { fixesOf } from '#components/batches/new/lines/fixes-of.ts';
import { type PlannedLine, planLines } from '#lib/batches/lines/plan.ts';

const apps = [{ id: '1400000000', name: 'Main line' }];
const fixesFor = (number: string, callbackUrl: string) => {
  const typed = { line: 1, app: '1400000000', number, numberType: '', callbackUrl };
  const [planned] = planLines([typed], { apps, allowHttp: false });
  return fixesOf(planned as Extract<PlannedLine, { kind: 'invalid' }>);
};

test('an address written in an unusual way offers the usual one; others must be typed', () => {
  expect(fixesFor('0086075586013388', 'https://a.acme.com/x/../y')).toEqual([
    { field: 'callbackUrl', text: 'https://a.acme.com/y' },
  ]);
  expect(fixesFor('0086075586013388', 'ftp://a.acme.com/')).toEqual([]);
});

test('a cell with several numbers is split, and a URL that was cut offers both readings', () => {
  expect(fixesFor('13800138000, 13900139000', 'https://a.acme.com/')).toEqual([{ field: 'split', count: 2 }]);
  const urls = { short: 'https://a.acme.com/?a=1', whole: 'https://a.acme.com/?a=1,2' };
  const typed = { line: 1, app: '', number: '13800138000', numberType: '', callbackUrl: urls.short };
  expect(
    fixesOf({
      kind: 'invalid',
      line: 1,
      typed,
      problem: { code: 'batch_url_cut', field: 'callbackUrl', params: urls },
    }),
  ).toEqual([
    { field: 'callbackUrl', text: urls.whole },
    { field: 'callbackUrl', text: urls.short },
  ]);
});
