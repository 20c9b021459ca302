import { translatePages } from '#e2e/conditions/translate-page.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import {
  arrivalsOf,
  bindNumber,
  confirmOf,
  expectResult,
  fieldsOf,
  openReview,
} from '#e2e/steps/bind-steps.ts';
import { dryRun, next, sendOf } from '#e2e/steps/new-batch-steps.ts';
import { admin } from '#lib/testing/console.ts';

// A page that the browser has translated works like any other: no button that becomes busy takes the page down.

test('a translated console signs in, binds, sends a batch, and finds it all in history', async ({
  page,
  console: running,
}) => {
  const { origin, simulator } = running;
  const number = '0086075586031001';
  const complaints = listenForConsoleErrors(page);
  await translatePages(page);
  await signIn(page, origin, admin);
  await expect(page.locator('font').first()).toBeAttached();

  await bindNumber(page, origin, { number, url: 'https://hooks.acme.com/a' });
  await fieldsOf(page).url.fill('https://hooks.acme.com/b');
  await simulator.control.addFault({ when: { number }, fault: { kind: 'reset', applied: true } });
  const dialog = await openReview(page);
  await expect(dialog.getByRole('heading').first()).toContainText('Replace');
  await confirmOf(dialog).click();
  const result = await expectResult(page, 'Outcome unknown');
  await result.getByRole('button', { name: 'Send again' }).click();
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(3);
  await result.getByRole('button', { name: /^Undo/ }).click();
  await confirmOf(page.getByRole('dialog')).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await arrivalsOf(running, number)).toHaveLength(4);

  const lines = [1, 2, 3].map((last) => `008607558603110${last},${next}`);
  await dryRun(page, origin, lines);
  await sendOf(page).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Done', { exact: false }).first()).toBeVisible();

  await page.goto(`${origin}/history`);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: /ilter/ }).fill('bound');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/outcome=bound/);
  await page.keyboard.press('Escape');
  await page
    .getByRole('link', { name: /^Open the entry of/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('The provider confirmed the change.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Live' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
