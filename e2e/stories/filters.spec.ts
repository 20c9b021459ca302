import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { pressShortcut } from '#e2e/keys.ts';
import { confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';

// Every filter by keys alone: f, a few letters, Enter.

test.describe.configure({ mode: 'serial' });

/** The chip of the search that leaves out what other stories have bound. */
const ours = 'Search: “filters.acme.com”';
const [first, second, refused] = ['0086075586063001', '0086075586063002', '0086075586063003'];
const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
const chipsOf = (page: Page): Locator => page.getByRole('list', { name: 'Active filters' });
const optionsOf = (page: Page): Locator =>
  page.getByRole('listbox', { name: /^(Fields and values|Values of )/ }).getByRole('option');
const box = (page: Page, name = 'Filter by'): Locator => page.getByRole('combobox', { name, exact: true });

async function openMenu(page: Page): Promise<void> {
  await pressShortcut(page, 'f', box(page));
  await expect(box(page)).toBeFocused();
}

test('a few letters and Enter are a whole filter; counts say what each would give', async ({
  adminPage: page,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  await seedHistory(page, running.origin, [
    { number: first, url: 'https://one.filters.acme.com/in' },
    { number: second, url: 'https://two.filters.acme.com/in' },
  ]);
  await running.simulator.control.addFault({
    when: { number: refused },
    fault: { kind: 'code', applied: false, code: 'OperationDenied' },
  });
  const url = 'https://one.filters.acme.com/in';
  await confirmOf(await reviewBinding(page, running.origin, { number: refused, url })).click();
  await expectResult(page, 'Refused');

  await page.goto(`${running.origin}/history?q=filters.acme.com`);
  await expect(rowsOf(page)).toHaveCount(3);
  await openMenu(page);
  await expect(optionsOf(page)).toHaveText([
    'Outcome',
    'Time',
    'Number',
    'Callback host',
    'Who',
    'App',
    'Number type',
    'Source',
    'Batch',
  ]);
  await expectForEveryone(page, 'filter menu');
  await page.keyboard.type('refu');
  await expect(optionsOf(page).first()).toHaveText(/^Outcome: Refused1/);
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(chipsOf(page).getByRole('listitem')).toHaveText([ours, 'Outcome: Refused']);
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeHidden();

  await openMenu(page);
  await page.keyboard.press('Enter');
  await expect(box(page, 'Values of Outcome')).toBeFocused();
  await expect(optionsOf(page).filter({ hasText: 'Bound' })).toHaveText(/^Bound2/);
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(chipsOf(page)).toContainText('Outcome: Bound, Refused');
  await expectForEveryone(page, 'filter menu, values');
  await page.getByRole('radio', { name: 'is not' }).press('Space');
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  await expect(chipsOf(page)).toContainText('Outcome is not: Bound, Refused');
  await box(page, 'Values of Outcome').focus();
  await page.keyboard.press('Enter');
  await expect(chipsOf(page)).toContainText('Outcome is not: Refused');
  await expect(rowsOf(page)).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('hosts, people and numbers are offered by what occurs, and add up', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=filters.acme.com&outcome=bound`);
  await openMenu(page);
  await page.keyboard.type('host');
  await page.keyboard.press('Enter');
  await expect(optionsOf(page)).toHaveText([/^one\.filters\.acme\.com1/, /^two\.filters\.acme\.com1/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toContainText(second);
  await page.keyboard.press('Backspace');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('who');
  await page.keyboard.press('Enter');
  await expect(optionsOf(page)).toHaveCount(1);
  const name = (await optionsOf(page).locator('span').nth(1).textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(chipsOf(page).getByRole('listitem')).toHaveText([
    ours,
    'Outcome: Bound',
    `Who: ${name}`,
    'Callback host: two.filters.acme.com',
  ]);
  await page.reload();
  await expect(chipsOf(page)).toContainText(`Who: ${name}`);
  await page.goBack();
  await expect(page).not.toHaveURL(/actor=/);
  await expect(chipsOf(page).getByRole('listitem')).toHaveCount(3);
  await page.goBack();
  await expect(page).not.toHaveURL(/host=/);
  await expect(rowsOf(page)).toHaveCount(2);

  await page.goto(`${running.origin}/history`);
  await openMenu(page);
  await page.keyboard.type(refused);
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(chipsOf(page)).toContainText(`Number: ${refused}`);
});

test('time is a filter like the others, shown as a chip and lifted by one click', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history`);
  await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
  await openMenu(page);
  await page.keyboard.type('last hour');
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeHidden();
  await expect(chipsOf(page)).toContainText('Time: since');
  await expect(page).toHaveURL(/from=/);
  await openMenu(page);
  await page.keyboard.type('custom');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^From \(/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Remove filter: Time/ }).press('Enter');
  await expect(page).toHaveURL(`${running.origin}/history`);
  await expect(page.getByRole('button', { name: 'Clear all' })).toHaveCount(0);
});

test('what is found later does not change what Enter is about to do', async ({
  supportPage: page,
  console: { origin },
}) => {
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/api/bindings/facets?*', async (route) => {
    await free;
    await route.continue();
  });
  await page.goto(`${origin}/history?q=filters.acme.com`);
  await openMenu(page);
  // Today, and once people are known also Ada, who comes before it.
  await page.keyboard.type('da');
  await expect(optionsOf(page).first()).toHaveText('Today');
  letGo();
  await expect(optionsOf(page).first()).toHaveText(/^Who: ada/);
  await page.keyboard.press('Enter');
  await expect(chipsOf(page)).toContainText('Time: ');
  await expect(chipsOf(page)).not.toContainText('Who: ');
});

test('a letter in the search box is a letter', async ({ supportPage: page, console: running }) => {
  await page.goto(`${running.origin}/history`);
  await page.getByRole('searchbox', { name: 'Search history' }).pressSequentially('fo');
  await expect(page.getByRole('searchbox', { name: 'Search history' })).toHaveValue('fo');
  await expect(box(page)).toBeHidden();
});
