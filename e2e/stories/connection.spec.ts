import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';

// What the console talks to, whether its key is good, and what is told when its clock is not.

test('an admin checks the key; support only reads', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  const { control } = running.simulator;
  await page.goto(`${running.origin}/connection`);
  await expect(page.getByText('A simulator on this machine')).toBeVisible();
  const apps = page.getByRole('region', { name: 'Apps' });
  await expect(apps).toContainText('They are set by CCC_SDK_APPS where the server is started');
  await expect(apps.getByRole('listitem')).toContainText(['Main line1400000000', 'Sales1400000001']);
  await expect(apps.getByRole('button')).toHaveCount(0);
  await expectForEveryone(page, 'connection');
  await page.getByRole('button', { name: 'Check credentials' }).click();
  await expect(page.getByRole('main').getByText('The key works', { exact: true })).toBeVisible();
  await expectForEveryone(page, 'connection, key works');

  await control.setClock(12 * 60_000);
  await page.getByRole('button', { name: 'Check again' }).click();
  const off = 'This server’s clock is 12 minutes behind the provider’s.';
  await expect(page.getByText(off)).toHaveCount(2);

  await supportPage.goto(`${running.origin}/connection`);
  await expect(supportPage.getByText(off)).toBeVisible();
  await expect(supportPage.getByRole('button', { name: /Check/ })).toHaveCount(0);

  const number = '0086075586050001';
  const url = 'https://hooks.acme.com/clock';
  await control.setClock(-20 * 60_000);
  await confirmOf(await reviewBinding(page, running.origin, { number, url })).click();
  await expectResult(page, 'Bound');
  const told = 'This server’s clock is 20 minutes ahead of the provider’s.';
  await expect(page.getByRole('main').getByText(told)).toBeVisible();
  await page.getByRole('link', { name: 'View in history' }).click();
  await expect(page.getByText(told)).toHaveCount(2);
  await control.setClock(0);

  // The first request is still signed with the corrected time, and expires; the second meets the fault for certain.
  await control.addFault({
    when: { number },
    times: 2,
    fault: { kind: 'code', applied: false, code: 'AuthFailure.SecretIdNotFound', message: 'No.' },
  });
  await page.goto(`${running.origin}/bind`);
  await confirmOf(await reviewBinding(page, running.origin, { number, url: `${url}/2` })).click();
  await expectResult(page, 'Refused');
  await expect(page.getByText('Whoever runs this server can mend this.')).toBeVisible();
  await expect(page.getByText('Send again once it is mended.')).toBeVisible();
  await expectForEveryone(page, 'bind, refused');
  expect(complaints).toEqual([]);
});

test('an admin sets the home country for everybody, and a person chooses another one for themselves', async ({
  adminPage: page,
  colleaguePage,
  supportPage,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  const card = (on: Page) => on.getByRole('region', { name: 'Home country' });
  await page.goto(`${running.origin}/connection`);
  await expect(card(page)).toContainText('For everybody: China');

  await page.getByRole('button', { name: 'Change home country' }).press('Enter');
  const box = page.getByRole('combobox', { name: 'Find a country or calling code' });
  await expect(box).toBeFocused();
  await expect(page.getByRole('option', { name: 'China +86' })).toHaveAttribute('aria-selected', 'true');
  await expectForEveryone(page, 'connection, choosing a country');
  await box.fill('nowhere');
  await box.press('Enter');
  await expect(page.getByText('No country matches “nowhere”.')).toBeVisible();
  await box.fill('united k');
  await box.press('Enter');
  await expect(box).toBeHidden();
  await expect(card(page)).toContainText('For everybody: United Kingdom');
  await expect(card(page)).toContainText('Read as United Kingdom');

  await colleaguePage.goto(`${running.origin}/connection`);
  await expect(card(colleaguePage)).toContainText('For everybody: United Kingdom');
  const saved = colleaguePage.waitForResponse((response) => response.request().method() === 'POST');
  await colleaguePage.getByRole('button', { name: /change the home country/ }).click();
  await colleaguePage.getByRole('combobox', { name: /Find a country/ }).fill('+62');
  await colleaguePage.getByRole('option', { name: 'Indonesia +62' }).click();
  await expect(card(colleaguePage)).toContainText('Read as Indonesia');
  await saved;
  await colleaguePage.reload();
  await expect(card(colleaguePage)).toContainText('Read as Indonesia');
  await colleaguePage.getByRole('button', { name: /change the home country/ }).click();
  await colleaguePage.getByRole('button', { name: 'Use the console’s: United Kingdom' }).click();
  await expect(card(colleaguePage)).toContainText('Read as United Kingdom');

  await supportPage.goto(`${running.origin}/connection`);
  await expect(card(supportPage)).toContainText('For everybody: United Kingdom');
  await expect(supportPage.getByRole('button', { name: /home country/ })).toHaveCount(0);

  await page.goto(`${running.origin}/audit-log`);
  await expect(page.getByText('Changed the home country from China to United Kingdom')).toBeVisible();

  // The stories after this one find the console as they expect it.
  await page.goto(`${running.origin}/connection`);
  await page.getByRole('button', { name: 'Change home country' }).click();
  await box.fill('china');
  await page.getByRole('option', { name: 'China +86' }).click();
  await expect(card(page)).toContainText('For everybody: China');
  expect(complaints).toEqual([]);
});
