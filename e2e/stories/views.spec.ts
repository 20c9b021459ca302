import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';

// A filter kept under a name: opened, changed, shared, put first, taken away. The address stays what it shows.

const numbers = ['0086075586076001', '0086075586076002'] as const;
const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
const viewButton = (page: Page): Locator => page.getByRole('button', { name: /^(View: |Views$)/ });
const panelOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Views' });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search history' });

async function openPanel(page: Page): Promise<Locator> {
  await viewButton(page).click();
  await expect(panelOf(page)).toBeVisible();
  return panelOf(page);
}

/** Has history open with a view from now on. */
async function putFirst(page: Page, name: string): Promise<void> {
  const star = (await openPanel(page)).getByRole('button', { name: `Open history with “${name}”` });
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
}

test.describe.configure({ mode: 'serial' });

test('a filter is saved, opened again, changed, updated and saved as another', async ({
  adminPage: page,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  await seedHistory(page, running.origin, [
    { number: numbers[0], url: 'https://one.views.acme.com/in' },
    { number: numbers[1], url: 'https://two.views.acme.com/in' },
  ]);
  await page.goto(`${running.origin}/history`);
  await expect(viewButton(page)).toHaveText(/View: All changes/);
  await search(page).fill('one.views.acme.com');
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Save view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByRole('alert', { name: 'There is a problem' })).toContainText('Enter a name.');
  await expectForEveryone(page, 'saving a view, without a name');
  await dialog.getByLabel('Name').fill('One');
  await dialog.getByLabel('Name').press('Enter');
  await expect(dialog).toBeHidden();
  await expect(viewButton(page)).toHaveText(/View: One/);
  await expect(page).toHaveURL(/[?&]view=[0-9a-f-]{36}&q=one\.views\.acme\.com$/);

  await search(page).fill('views.acme.com');
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(page.getByText('Changed since saved')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Changed since saved')).toBeVisible();
  const other = page.getByRole('dialog', { name: 'Save this view' });
  // Right after a reload the button stands there before its script does.
  await expect(async () => {
    await page.getByRole('button', { name: 'Save as…' }).click();
    await expect(other).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await other.getByLabel('Name').fill('one');
  await other.getByRole('button', { name: 'Save view' }).click();
  await expect(other.getByRole('alert', { name: 'There is a problem' })).toContainText(
    'of this name already',
  );
  await other.getByLabel('Name').fill('Both');
  await other.getByRole('button', { name: 'Save view' }).click();
  await expect(viewButton(page)).toHaveText(/View: Both/);
  await expect(page.getByText('Changed since saved')).toBeHidden();

  const panel = await openPanel(page);
  await expect(panel.getByRole('link')).toHaveText([
    'All changes',
    'Failed today',
    'Mine',
    'Unknown outcomes',
    'Both',
    'One',
  ]);
  await expectForEveryone(page, 'views open');
  await panel.getByRole('link', { name: 'One' }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  await search(page).fill('two.views.acme.com');
  await page.getByRole('button', { name: 'Update view' }).click();
  await expect(page.getByText('Changed since saved')).toBeHidden();
  await page.goBack();
  await expect(viewButton(page)).toHaveText(/View: Both/);
  await (await openPanel(page)).getByRole('link', { name: 'One' }).click();
  await expect(rowsOf(page)).toContainText(numbers[1]);
  expect(complaints).toEqual([]);
});

test('a shared view is used by all, and changed by its owner and admins alone', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await supportPage.goto(`${running.origin}/history`);
  await expect((await openPanel(supportPage)).getByRole('link', { name: 'One' })).toHaveCount(0);
  await page.goto(`${running.origin}/history`);
  await (await openPanel(page)).getByRole('button', { name: 'Rename, share or delete “One”' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit “One”' });
  await dialog.getByLabel('Name').fill('Shift desk');
  await dialog.getByLabel('Share with everybody').check();
  await expectForEveryone(page, 'editing a view');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toBeHidden();

  await supportPage.reload();
  const panel = await openPanel(supportPage);
  await expect(panel.getByRole('button', { name: /Shift desk/ })).toHaveCount(1);
  await panel.getByRole('link', { name: /Shift desk/ }).click();
  await expect(rowsOf(supportPage)).toHaveCount(1);
  await expect(viewButton(supportPage)).toHaveText(/View: Shift desk/);
  await search(supportPage).fill('acme');
  await expect(supportPage.getByRole('button', { name: 'Save as…' })).toBeVisible();
  await expect(supportPage.getByRole('button', { name: 'Update view' })).toHaveCount(0);
});

test('history opens with the view a person chose, says so, and one click shows everything', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history`);
  await putFirst(page, 'Shift desk');
  await page.goto(`${running.origin}/`);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('History opens with this view.')).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('two.views.acme.com');
  await expectForEveryone(page, 'history, first view');
  await page.getByRole('button', { name: 'Show all changes' }).click();
  await expect(rowsOf(page).nth(1)).toBeVisible();
  await page.reload();
  await expect(rowsOf(page).nth(1)).toBeVisible();
  await page.goBack();
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(rowsOf(page).nth(1)).toBeVisible();
  await expect(page).toHaveURL(`${running.origin}/history?view=all`);
  await page.reload();
  await expect(rowsOf(page).nth(1)).toBeVisible();

  await putFirst(page, 'Failed today');
  await page.goto(`${running.origin}/history`);
  await expect(viewButton(page)).toHaveText(/View: Failed today/);
  await expect(page).toHaveURL(/outcome=refused&from=/);
  await expect(page.getByRole('list', { name: 'Active filters' }).getByRole('listitem')).toHaveCount(2);
  await putFirst(page, 'All changes');
  await page.goto(`${running.origin}/history`);
  await expect(viewButton(page)).toHaveText(/View: All changes/);
});

test('a view is deleted on the second press, and its old address still shows its filters', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await page.goto(`${running.origin}/history`);
  await (await openPanel(page)).getByRole('link', { name: 'Shift desk' }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  const address = page.url();
  await (await openPanel(page)).getByRole('button', { name: 'Rename, share or delete “Shift desk”' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit “Shift desk”' });
  await dialog.getByRole('button', { name: 'Delete view' }).click();
  await expect(dialog).toContainText('No row of history is touched.');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog).toBeHidden();
  await expect((await openPanel(page)).getByRole('link', { name: 'Shift desk' })).toHaveCount(0);
  await supportPage.goto(address);
  await expect(rowsOf(supportPage)).toHaveCount(1);
  await expect(viewButton(supportPage)).toHaveText('Views');
  await expect(supportPage.getByText('was not understood')).toHaveCount(0);
});
