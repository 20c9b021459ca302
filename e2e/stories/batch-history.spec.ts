import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { Keys, pressShortcut } from '#e2e/keys.ts';
import { landlines, startBatch } from '#e2e/steps/batch-steps.ts';

// A bulk run is a filter of history: from its page, from a row of it, and by its name.

test.describe.configure({ mode: 'serial' });

const [spring, autumn] = ['Spring move', 'Autumn move'];
const all = 'All rows of this batch in history';
const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
const chipsOf = (page: Page): Locator =>
  page.getByRole('list', { name: 'Active filters' }).getByRole('listitem');
const settled = { timeout: 30_000 };

test('a batch leads to its rows, and each of its rows to the batch', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(supportPage);
  const url = 'https://moves.acme.com/in';
  await startBatch(page, running.origin, { numbers: landlines(31_001, 3), url, title: spring });
  const id = await startBatch(page, running.origin, { numbers: landlines(31_004, 2), url, title: autumn });
  await page.goto(`${running.origin}/history?q=moves.acme.com`);
  await expect(rowsOf(page).getByText('Bound')).toHaveCount(5, settled);

  await supportPage.goto(`${running.origin}/batches/${id}`);
  await supportPage.getByRole('link', { name: all }).click();
  await expect(supportPage).toHaveURL(`${running.origin}/history?batch=${id}`);
  await expect(rowsOf(supportPage)).toHaveCount(2);
  await expect(chipsOf(supportPage)).toHaveText([
    new RegExp(`^Batch: ${autumn}, ada, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$`),
  ]);
  await expectForEveryone(supportPage, 'history of a batch');
  await rowsOf(supportPage).first().getByRole('link', { name: 'The batch of which this is line' }).click();
  await expect(supportPage.getByRole('heading', { level: 1, name: autumn })).toBeVisible();

  await supportPage.goto(`${running.origin}/history?number=${landlines(31_001, 1)[0]}`);
  await rowsOf(supportPage).locator('[data-row-link]').click();
  await supportPage.getByRole('dialog').getByRole('link', { name: all }).click();
  await expect(chipsOf(supportPage)).toHaveText([new RegExp(`^Batch: ${spring}`)]);
  await expect(rowsOf(supportPage)).toHaveCount(3);
  expect(complaints).toEqual([]);
});

test('batches are found by title, person and day as one types, with what each would give', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=moves.acme.com`);
  const box = page.getByRole('combobox', { name: 'Filter by', exact: true });
  await pressShortcut(page, 'f', box);
  await expect(box).toBeFocused();
  const options = page.getByRole('listbox', { name: /^(Fields and values|Values of )/ }).getByRole('option');
  await page.keyboard.type('autumn');
  await expect(options).toHaveText([/^Batch: Autumn move, ada, .*2 changes$/, 'Search for “autumn”']);
  // A batch that was found after the last letter is one arrow away.
  await new Keys(page).choose(options.first());
  await expect(rowsOf(page)).toHaveCount(2);
  await box.fill('batch');
  await page.keyboard.press('Enter');
  await expect(options).toHaveText([/^Autumn move, ada, /, /^Spring move, ada, /]);
  await page.keyboard.type('ada 20 spring');
  await expect(options).toHaveText([/^Spring move, ada, .*3 changes$/]);
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(5);
  await page.getByRole('radio', { name: 'is not' }).press('Space');
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  await expect(chipsOf(page).nth(1)).toHaveText(/^Batch is not: Spring move, .*, Autumn move, /);
  await expectForEveryone(page, 'history without two batches');
});

test('what is no batch’s id has no effect and is named; a batch nobody knows matches nothing', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=moves.acme.com&batch=spring`);
  await expect(page.getByRole('status').filter({ hasText: 'batch' })).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(5);
  await page.goto(`${running.origin}/history?batch=00000000-0000-4000-8000-000000000000`);
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
});
