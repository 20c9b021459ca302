import type { Locator, Page } from 'playwright/test';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';

// What history shows while rows are on their way, where there are none, and where one comes back to.

test.describe.configure({ mode: 'serial' });

const host = 'waiting.acme.com';
const seeds = Array.from({ length: 30 }, (_, n) => ({
  number: `00860755860${49_001 + n}`,
  url: `https://${host}/in`,
}));
const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
const searchOf = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search history' });
const tableOf = (page: Page): Locator => page.getByRole('table', { name: 'Changes' });
const busyOf = (page: Page): Locator => page.locator('[aria-busy=true]').filter({ has: tableOf(page) });

/** Holds back the answers to a search until they are let go. */
async function holdSearches(page: Page, text: string): Promise<() => void> {
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname === '/api/bindings' && url.searchParams.get('q') === text,
    async (route) => {
      await free;
      await route.continue();
    },
  );
  return letGo;
}

test('rows of before stay, dimmed, until those asked for are there; an empty page is no stand-in for them', async ({
  adminPage,
  supportPage: page,
  console: { origin },
}) => {
  await seedHistory(adminPage, origin, seeds);
  await page.goto(`${origin}/history?q=${host}`);
  await expect(rowsOf(page)).toHaveCount(25);
  await expect(busyOf(page)).toHaveCount(0);
  const showOne = await holdSearches(page, seeds[3]?.number ?? '');
  await searchOf(page).fill(seeds[3]?.number ?? '');
  await expect(busyOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toHaveCount(25);
  showOne();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(busyOf(page)).toHaveCount(0);

  await searchOf(page).fill('nowhere.acme.com');
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  const showTwo = await holdSearches(page, seeds[4]?.number ?? '');
  await searchOf(page).fill(seeds[4]?.number ?? '');
  await expect(page.getByRole('heading', { name: 'No change matches' })).toHaveCount(0);
  await expect(page.getByText('Loading history', { exact: true })).toBeVisible();
  showTwo();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(page.getByText('Loading history', { exact: true })).toHaveCount(0);
});

test('where nothing matches stand the filters and both ways out of them', async ({
  supportPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/history?q=${host}&from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z`);
  const empty = page
    .getByRole('main')
    .filter({ has: page.getByRole('heading', { name: 'No change matches' }) });
  await expect(empty).toContainText(`Search: “${host}”`);
  await empty.getByRole('button', { name: 'Search all time' }).click();
  await expect(page).toHaveURL(`${origin}/history?q=${host}`);
  await expect(rowsOf(page)).toHaveCount(25);
  await searchOf(page).fill('nowhere.acme.com');
  await empty.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(`${origin}/history`);
  await expect(rowsOf(page)).toHaveCount(25);
});

test('Back from a number comes to the rows one left, and Forward to the number', async ({
  supportPage: page,
  console: { origin },
}) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(`${origin}/history?q=${host}`);
  await expect(rowsOf(page)).toHaveCount(25);
  const row = rowsOf(page).nth(20);
  await row.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => window.scrollY);
  expect(left).toBeGreaterThan(300);
  await row.getByRole('link', { name: /^0086 / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('00860755860490');
  await page.goBack();
  await expect(rowsOf(page)).toHaveCount(25);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(left - 50);
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('00860755860490');
});
