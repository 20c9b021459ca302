import type { Locator, Page } from 'playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import { bindNumber, confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';

// Support looks into past bindings: finds, filters, shares, reads and copies.

const number = '0086075586025001';
const url = 'https://found.acme.com/inbound/a?team=blue';
const refused = '0086075586025002';

const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
const searchOf = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search history' });

test('a number is found however it is written, and by URL, person, code and RequestId', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  await bindNumber(adminPage, running.origin, { number, url });
  await running.simulator.control.addFault({
    when: { number: refused },
    fault: { kind: 'code', applied: false, code: 'OperationDenied' },
  });
  const dialog = await reviewBinding(adminPage, running.origin, { number: refused, url });
  await confirmOf(dialog).click();
  await expectResult(adminPage, 'Refused');

  await page.goto(`${running.origin}/history`);
  const formats = [
    number,
    '+86 755 8602 5001',
    '755-8602 5001',
    '0755 86025001',
    '＋８６ 755 86025001',
    '8602-5001',
  ];
  for (const format of formats) {
    await searchOf(page).fill(format);
    await expect(rowsOf(page), format).toHaveCount(1);
    await expect(rowsOf(page)).toContainText(number);
  }
  const [bound] = (await running.simulator.control.log()).filter((entry) => entry.number === number);
  const finds: [query: string, found: string, count: number][] = [
    ['found.acme.com/inbound', number, 2],
    [bound?.requestId ?? '-', number, 1],
    ['OperationDenied', refused, 1],
  ];
  for (const [query, found, count] of finds) {
    await searchOf(page).fill(query);
    await expect(rowsOf(page), query).toHaveCount(count);
    await expect(rowsOf(page).filter({ hasText: found })).toHaveCount(1);
  }
  await searchOf(page).fill('nobody-has-this.acme.com');
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  await expect(page.getByText('Active filters: Search: “nobody-has-this.acme.com”.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rowsOf(page).filter({ hasText: number })).toHaveCount(1);
});

test('filters stand in the address, Back undoes them, and the address shows another person the same', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const query = 'filtered.acme.com';
  const outcomes = ['0086075586025011', '0086075586025012'] as const;
  await running.simulator.control.addFault({
    when: { number: outcomes[1] },
    fault: { kind: 'code', applied: false, code: 'OperationDenied' },
  });
  for (const [number, outcome] of [
    [outcomes[0], 'Bound'],
    [outcomes[1], 'Refused'],
  ] as const) {
    const dialog = await reviewBinding(adminPage, running.origin, { number, url: `https://${query}/in` });
    await confirmOf(dialog).click();
    await expectResult(adminPage, outcome);
  }
  await page.goto(`${running.origin}/history?q=${query}`);
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: '2 changes' })).toBeVisible();

  await page.getByRole('button', { name: 'Outcome' }).click();
  await page.getByRole('checkbox', { name: 'Refused' }).check();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toContainText(outcomes[1]);
  await expect(page).toHaveURL(/outcome=refused/);
  await page.getByRole('radio', { name: 'is not' }).check({ force: true });
  await expect(rowsOf(page)).toContainText(outcomes[0]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Time', exact: true }).click();
  await page.getByRole('button', { name: 'Last hour' }).click();
  const chips = page.getByRole('list', { name: 'Active filters' });
  await expect(chips.getByRole('listitem')).toHaveCount(3);
  await expect(chips).toContainText('Outcome is not: Refused');

  const address = page.url();
  await adminPage.goto(address);
  await expect(rowsOf(adminPage)).toHaveCount(1);
  await expect(rowsOf(adminPage)).toContainText(outcomes[0]);
  await expect(adminPage.getByRole('list', { name: 'Active filters' }).getByRole('listitem')).toHaveCount(3);

  await page.goBack();
  await expect(chips.getByRole('listitem')).toHaveCount(2);
  await page.goBack();
  await expect(rowsOf(page)).toContainText(outcomes[1]);
  await page.goBack();
  await expect(rowsOf(page)).toHaveCount(2);
  await page.goForward();
  await page.getByRole('button', { name: 'Remove filter: Outcome: Refused' }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(`${running.origin}/history`);
  await expect(searchOf(page)).toHaveValue('');
});

test('parts of an address that mean nothing are named and left out', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?outcome=maybe&colour=red&size=7&q=nothing-like-this.acme.com`);
  const notice = page.getByRole('status').filter({ hasText: 'was not understood' });
  await expect(notice).toContainText('outcome, colour, size');
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  await notice.getByRole('button', { name: 'Remove it from the address' }).click();
  await expect(page).toHaveURL(`${running.origin}/history?q=nothing-like-this.acme.com`);
  await expect(notice).toHaveCount(0);
});

test('a new result appears in an open history of another browser within two seconds', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const fresh = { number: '0086075586025021', url: 'https://fresh.acme.com/in' };
  await page.goto(`${running.origin}/history?q=fresh.acme.com`);
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  await bindNumber(adminPage, running.origin, fresh);
  await expect(rowsOf(page)).toContainText('Bound', { timeout: 2000 });
  await expect(rowsOf(page)).toContainText(fresh.number);
  // Beside rows that somebody may be reading it comes as an offer; story-live has the rest.
  const next = { number: '0086075586025022', url: fresh.url };
  await bindNumber(adminPage, running.origin, next);
  await page.getByRole('button', { name: 'Show 1 new change' }).click({ timeout: 2000 });
  await expect(rowsOf(page).first()).toContainText(next.number);
});
