import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { landlines, startBatch } from '#e2e/steps/batch-steps.ts';
import { kindOf } from '#e2e/steps/new-batch-steps.ts';

// Single numbers of the board are chosen, by mouse and by keys, over several pages, and lead to a batch of just them.

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const host = 'chosen.acme.com';
const numbers = landlines(32_001, 27);
const boxOf = (page: Page, number: string | undefined) =>
  page.getByRole('checkbox', { name: `Choose ${number}`, exact: true });
const pageBox = (page: Page) => page.getByRole('checkbox', { name: 'Choose all on this page' });
const barOf = (page: Page) => page.getByRole('region', { name: 'Chosen numbers' });
const heights = (page: Page) =>
  page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));

async function openBoard(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/numbers?host=${host}`);
  await expect(boxOf(page, numbers[0])).toBeVisible();
}

test('a click, a shift-click and the keys choose; the choice outlives the page and leads to a batch of it', async ({
  adminPage: page,
  console: { origin },
}) => {
  const complaints = listenForConsoleErrors(page);
  await startBatch(page, origin, { numbers, url: `https://${host}/in` });
  await page.goto(`${origin}/numbers?host=${host}`);
  await expect(page.getByText('27 numbers lead there, or may lead there', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect(boxOf(page, numbers[24])).toBeVisible();
  const before = await heights(page);
  await expect(barOf(page)).toHaveCount(0);

  await boxOf(page, numbers[0]).check();
  await boxOf(page, numbers[2]).click({ modifiers: ['Shift'] });
  await expect(barOf(page)).toContainText('3 numbers chosen');
  await expect(boxOf(page, numbers[1])).toBeChecked();
  await boxOf(page, numbers[4]).focus();
  await page.keyboard.press('Shift+Space');
  await expect(barOf(page)).toContainText('5 numbers chosen');
  await boxOf(page, numbers[1]).press('Space');
  await expect(barOf(page)).toContainText('4 numbers chosen');
  expect(await heights(page)).toEqual(before);
  await expectForEveryone(page, 'numbers, some chosen');

  await page.getByRole('button', { name: 'Next' }).click();
  await expect(boxOf(page, numbers[26])).toBeVisible();
  await pageBox(page).check();
  await expect(barOf(page)).toContainText('6 numbers chosen');
  await page.getByRole('button', { name: 'Previous' }).click();
  for (const [place, checked] of [true, false, true, true, true, false].entries())
    await expect(boxOf(page, numbers[place])).toBeChecked({ checked });
  await page.getByRole('link', { name: 'Change 6 numbers…' }).press('Enter');
  await page.waitForURL('**/batches/new?from=chosen');
  await expect(kindOf(page, 'Unchanged', 6)).toBeVisible();
  for (const place of [0, 2, 3, 4, 25, 26])
    await expect(page.getByText(numbers[place] ?? '').first()).toBeVisible();
  await page.reload();
  await expect(kindOf(page, 'Unchanged', 6)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('all of a page, all that match, and all but one', async ({ adminPage: page, console: { origin } }) => {
  await openBoard(page, origin);
  await boxOf(page, numbers[3]).check();
  await expect(pageBox(page)).toHaveJSProperty('indeterminate', true);
  await pageBox(page).check();
  await expect(barOf(page)).toContainText('25 numbers chosen');
  await barOf(page).getByRole('button', { name: 'All 27 that match' }).click();
  await expect(barOf(page).getByRole('link', { name: 'Change 27 numbers…' })).toHaveAttribute(
    'href',
    `/batches/new?from=numbers&host=${host}`,
  );
  await page.getByRole('button', { name: 'Next' }).click();
  await boxOf(page, numbers[26]).uncheck();
  await barOf(page).getByRole('link', { name: 'Change 26 numbers…' }).click();
  await expect(kindOf(page, 'Unchanged', 26)).toBeVisible();

  await openBoard(page, origin);
  await pageBox(page).check();
  await barOf(page).getByRole('button', { name: 'All 27 that match' }).click();
  await page.getByRole('searchbox', { name: 'Search numbers' }).fill('no such number');
  await expect(page.getByRole('heading', { name: 'No number matches' })).toBeVisible();
  await expect(barOf(page)).toHaveCount(0);
});

test('single numbers stay chosen while others are looked for, until they are let go of', async ({
  adminPage: page,
  console: { origin },
}) => {
  await openBoard(page, origin);
  await boxOf(page, numbers[0]).check();
  await page.getByRole('searchbox', { name: 'Search numbers' }).fill(numbers[26] ?? '');
  await expect(boxOf(page, numbers[0])).toHaveCount(0);
  await boxOf(page, numbers[26]).check();
  await expect(barOf(page)).toContainText('2 numbers chosen');
  await barOf(page).getByRole('button', { name: 'Choose none' }).click();
  await expect(barOf(page)).toHaveCount(0);
  await expect(boxOf(page, numbers[26])).not.toBeChecked();
});

test('support chooses nothing', async ({ supportPage: page, console: { origin } }) => {
  await page.goto(`${origin}/numbers?host=${host}`);
  await expect(page.getByText('27 numbers lead there, or may lead there', { exact: true })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await page.goto(`${origin}/batches/new?from=chosen`);
  await expect(page.getByRole('heading', { name: 'Your role can’t open this page' })).toBeVisible();
});
