import type { Page } from 'playwright/test';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';

// Paging forth and back while others go on binding: no row twice, none left out.

const host = 'pages.acme.com';
const seed = (n: number) => ({ number: `008607558602${7000 + n}`, url: `https://${host}/in` });

test('rows that arrive while paging neither repeat nor skip a row', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  const seeds = Array.from({ length: 60 }, (_, n) => seed(n));
  const bindOneMore = await seedHistory(page, running.origin, seeds);
  await supportPage.goto(`${running.origin}/history?q=${host}`);
  const [previous, next] = ['Previous', 'Next'].map((name) => supportPage.getByRole('button', { name }));
  if (!previous || !next) throw new Error('unreachable');
  await expect(previous).toHaveAttribute('aria-disabled', 'true');

  const newestFirst = seeds.map(({ number }) => number).reverse();
  await expect.poll(() => numbersOn(supportPage)).toEqual(newestFirst.slice(0, 25));
  await next.click();
  await expect.poll(() => numbersOn(supportPage)).toEqual(newestFirst.slice(25, 50));
  await bindOneMore(seed(60));
  await bindOneMore(seed(61));
  await next.click();
  await expect.poll(() => numbersOn(supportPage)).toEqual(newestFirst.slice(50));
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await previous.click();
  await expect.poll(() => numbersOn(supportPage)).toEqual(newestFirst.slice(25, 50));
  await supportPage.reload();
  await expect.poll(() => numbersOn(supportPage)).toEqual(newestFirst.slice(25, 50));
  await previous.click();
  await expect.poll(() => numbersOn(supportPage)).toEqual(newestFirst.slice(0, 25));
  await previous.click();
  const newest = [seed(61).number, seed(60).number, ...newestFirst.slice(0, 23)];
  await expect.poll(() => numbersOn(supportPage)).toEqual(newest);

  await supportPage.getByRole('combobox', { name: 'Rows a page' }).selectOption('100');
  await expect.poll(() => numbersOn(supportPage)).toHaveLength(62);
  await expect(supportPage).toHaveURL(/size=100/);
});

/** The numbers of the rows in order, once they are those that were asked for last. */
async function numbersOn(page: Page): Promise<string[]> {
  const links = await page.getByTitle(/^Open the page of/).allTextContents();
  const settling = await page.locator('[aria-busy="true"]').count();
  return settling > 0 ? [] : links;
}
