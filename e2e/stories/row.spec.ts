import type { Locator, Page } from 'playwright/test';

import { expect, signIn, test } from '#e2e/fixtures.ts';
import { bindNumber, confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';
import { admin } from '#lib/testing/console.ts';

// What one row of history gives: its entry, its links, the whole URL, the exact number, and why it was refused.

const host = 'row.acme.com';
const number = '0086075586044001';
const grouped = '0086 0755 8604 4001';
const url = `https://${host}/a-long-way/${'part-of-the-way/'.repeat(8)}inbound?queue=blue`;
const rowOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });

test.beforeAll(async ({ browser, console: running }) => {
  const page = await browser.newPage();
  await signIn(page, running.origin, admin);
  await running.simulator.control.addFault({
    when: { number },
    fault: { kind: 'code', applied: false, code: 'OperationDenied' },
  });
  await confirmOf(await reviewBinding(page, running.origin, { number, url })).click();
  await expectResult(page, 'Refused');
  await page.close();
});

test('a row opens its entry, and its number and person stay links of their own', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${host}`);
  await expect(rowOf(page)).toHaveCount(1);

  await rowOf(page).click({ position: { x: 4, y: 50 } });
  await expect(page.getByRole('dialog', { name: /^Change of/ })).toBeVisible();
  await page.keyboard.press('Escape');
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /^Open the entry of/ }).click({ button: 'middle' }),
  ]);
  await expect(tab.getByRole('heading', { level: 1 })).toContainText('0086');
  await tab.close();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('link', { name: grouped })).toHaveAttribute('href', new RegExp(number));
  await expect(rowOf(page).getByRole('link', { name: 'ada', exact: true })).toHaveAttribute(
    'href',
    /ada%40example\.net/,
  );
});

test('a long URL keeps host and end in sight, and shows and copies whole', async ({
  adminPage: page,
  console: running,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: running.origin });
  await page.goto(`${running.origin}/history?q=${host}`);
  const copy = rowOf(page).getByRole('button', { name: 'Copy URL' });
  for (const text of [`https://${host}`, '/inbound?queue=blue']) {
    const part = rowOf(page).locator(`td [data-piece="${text}"]`).last();
    const isWhole = (element: Element) => element.scrollWidth <= element.clientWidth;
    expect(await part.evaluate(isWhole), text).toBe(true);
  }
  const full = rowOf(page).locator('[role=tooltip]').filter({ hasText: url });
  await expect(full).toBeHidden();
  // The text that is selected lies over what is drawn.
  await rowOf(page).locator(`td [data-piece="https://${host}"]`).last().hover({ force: true });
  await expect(full).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(full).toBeHidden();
  await copy.focus();
  await expect(full).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(url);
});

test('a short URL is whole on a phone too', async ({ adminPage: page, console: running }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const result = await bindNumber(page, running.origin, {
    number: '0086075586044002',
    url: 'https://hooks.acme.com/in',
  });
  const cut = await result
    .locator('[data-piece]')
    .evaluateAll((pieces) => pieces.filter((piece) => piece.scrollWidth > piece.clientWidth).length);
  await expect(result.locator('[data-piece="https://hooks.acme.com"]')).toBeVisible();
  expect(cut).toBe(0);
});

test('a number is grouped for the eye, and selecting it copies what was sent', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${host}`);
  const link = page.getByRole('link', { name: grouped });
  await expect(link.locator('[translate=no]')).toHaveCSS('font-variant-numeric', /tabular-nums/);
  const selected = await link.evaluate((element) => {
    const selection = window.getSelection();
    selection?.selectAllChildren(element);
    return selection?.toString();
  });
  expect(selected).toBe(number);
});

test('a refused row says why in a sentence, and its outcome with a word beside the shape', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${host}`);
  const cell = rowOf(page).getByRole('cell', { name: /^Refused/ });
  await expect(cell.locator('svg')).toHaveCount(1);
  await expect(cell.getByRole('paragraph')).toHaveText(/^[A-Z].+[a-z]/);
  await expect(cell.getByRole('paragraph')).not.toContainText('OperationDenied');
});
