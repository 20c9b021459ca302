import { expect, test } from 'vitest';
import { applyChanges } from '#components/batches/new/lines/line-changes.ts';
import { urlFixGroups } from '#components/batches/new/lines/url-fix-groups.ts';
import { planLines } from '#lib/batches/lines/plan.ts';

const U = 'https://hooks.acme.com/in';
const apps = [{ id: '1400000000', name: 'Main line' }];
const lines = [`${U})`, `${U}.`, `${U}，`, `<${U}>`, 'hooks.acme.com/in', U, '', '#N/A'].map(
  (callbackUrl, at) => ({
    line: at + 1,
    app: '1400000000',
    number: `1380013800${at}`,
    numberType: '',
    callbackUrl,
  }),
);

test('lines whose URLs can be corrected alike are told together, and the press corrects just these', () => {
  const plan = planLines(lines, { apps, allowHttp: false });
  const groups = urlFixGroups(plan);
  expect(groups).toEqual([
    { code: 'url_ends_in_mark', count: 3, example: `${U})` },
    { code: 'url_wrapped', count: 1, example: `<${U}>` },
    { code: 'url_needs_https', count: 1, example: 'hooks.acme.com/in' },
  ]);
  const changes = groups.map(({ code }) => ({ kind: 'fixUrls' as const, code }));
  const after = planLines(applyChanges(lines, changes), { apps, allowHttp: false });
  expect(urlFixGroups(after)).toEqual([]);
  expect(after.map(({ typed }) => typed.callbackUrl)).toEqual([U, U, U, U, U, U, '', '#N/A']);
});
