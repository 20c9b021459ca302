import type { Page } from 'playwright/test';
import { callAction } from '#e2e/attack/call.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { bindNumber } from '#e2e/steps/bind-steps.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { admin } from '#lib/testing/console.ts';

// The table stays where it is: chips, the bar of chosen numbers and a failed load move no row.

test.describe.configure({ mode: 'serial' });

const numbers = ['0086075586078001', '0086075586078002', '0086075586078003'];
const widths = [1440, 360];
const chips = (page: Page) => page.getByRole('list', { name: 'Active filters' }).getByRole('listitem');

/** Where the first row begins, in px from the top of the page. */
const topOfRows = (page: Page): Promise<number> =>
  page
    .getByRole('table', { name: /^(Changes|Numbers by app)/ })
    .locator('tbody')
    .evaluate((rows) => rows.getBoundingClientRect().top + window.scrollY);

test.beforeAll(async ({ browser, console: running }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, running.origin, admin);
  for (const number of numbers)
    await bindNumber(page, running.origin, { number, url: 'https://steady.acme.com/in' });
  await page.context().close();
});

for (const width of widths) {
  test(`history’s rows stay where they are while chips come and go, at ${width} px`, async ({
    supportPage: page,
    console: { origin },
  }) => {
    // The note of denied attempts stands on the first view alone.
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await callAction(origin, 'bindNumber', [wants({ number: '0086075586078009' })], { cookie });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${origin}/history`);
    await expect(page.locator('tbody')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show denied attempts' })).toBeVisible();
    await expect(chips(page)).toHaveCount(0);
    await expect(page.getByText('Show as table')).toBeVisible();
    const top = await topOfRows(page);
    await page.getByRole('searchbox', { name: 'Search history' }).fill('steady.acme.com');
    await expect(chips(page)).toHaveCount(1);
    expect(await topOfRows(page)).toBe(top);
    // One more than has room beside the others.
    const from = '2026-01-01T00:00:00Z';
    await page.goto(
      `${origin}/history?q=steady.acme.com&outcome=bound&app=1400000000&type=number&source=form&host=steady.acme.com&from=${from}`,
    );
    await expect(chips(page)).toHaveCount(7);
    await expect(page.locator('tbody')).toBeVisible();
    expect(await topOfRows(page)).toBe(top);
    await chips(page).last().getByRole('button').focus();
    await expect(chips(page).last()).toBeInViewport();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect(chips(page)).toHaveCount(0);
    expect(await topOfRows(page)).toBe(top);
  });

  test(`the board’s rows stay where they are while chips, choices and failures come and go, at ${width} px`, async ({
    adminPage: page,
    console: { origin },
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${origin}/numbers`);
    await expect(page.locator('tbody')).toBeVisible();
    const top = await topOfRows(page);
    await page.getByRole('searchbox', { name: 'Search numbers' }).fill('steady.acme.com');
    await expect(chips(page)).toHaveCount(1);
    await expect(page.getByRole('checkbox', { name: /^Choose \d+$/ })).toHaveCount(3);
    expect(await topOfRows(page)).toBe(top);
    await page.getByRole('checkbox', { name: `Choose ${numbers[0]}` }).check();
    await expect(page.getByRole('region', { name: 'Chosen numbers' })).toBeVisible();
    expect(await topOfRows(page)).toBe(top);
    await page.route('**/api/numbers?*', (route) => route.abort());
    await page.getByRole('combobox', { name: 'Rows a page' }).selectOption('50');
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    expect(await topOfRows(page)).toBe(top);
  });
}

test('on a phone the pages are one line, scrolled to the page that is open', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of ['Overview', 'Connection']) {
    await page.goto(`${origin}${name === 'Overview' ? '/' : '/connection'}`);
    const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    await expect(links.filter({ hasText: name })).toBeInViewport({ ratio: 1 });
    const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
    expect([tops.length, new Set(tops).size]).toEqual([8, 1]);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  }
});
