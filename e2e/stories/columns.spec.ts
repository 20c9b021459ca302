import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { andKeep } from '#e2e/steps/preference-steps.ts';
import { admin } from '#lib/testing/console.ts';

// The table as one person wants it: which columns, in which order, how wide, how high, sorted by what.

const host = 'tables.acme.com';
const seeds = [3, 1, 2].map((n) => ({ number: `008607558604200${n}`, url: `https://${host}/in/${n}` }));
const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
const headsOf = (page: Page): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();
const first = ['Time (UTC+8)', 'Number', 'Outcome', 'Callback URL', 'Who', 'RequestId'];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser, console: running }) => {
  const page = await browser.newPage();
  await signIn(page, running.origin, admin);
  await seedHistory(page, running.origin, seeds);
  await page.close();
});

test('columns are chosen, ordered and reset by keys, and kept for the person wherever they sign in', async ({
  adminPage,
  supportPage: page,
  support,
  browser,
  console: running,
}) => {
  const { keyboard } = page;
  await page.goto(`${running.origin}/history?q=${host}`);
  await expect.poll(() => headsOf(page)).toEqual(first);
  await page.getByRole('button', { name: 'Columns' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: /^Time/ })).toBeDisabled();
  for (const [name, key] of [
    ['Duration', 'Space'],
    ['RequestId', 'Space'],
  ] as const) {
    await page.getByRole('checkbox', { name, exact: true }).focus();
    await andKeep(page, () => keyboard.press(key));
  }
  const up = page.getByRole('button', { name: 'Move Duration up' });
  await up.focus();
  await andKeep(page, () => keyboard.press('Enter'));
  await andKeep(page, () => keyboard.press('Enter'));
  await expect(up).toBeFocused();
  const down = page.getByRole('button', { name: 'Move Number down' });
  await down.focus();
  await andKeep(page, () => keyboard.press('Enter'));
  await expect(down).toBeFocused();
  await expect(page.locator('[data-live="polite"]').first()).toHaveText('Number is column 3 of 6.');
  const chosen = ['Time (UTC+8)', 'Outcome', 'Number', 'Duration', 'Callback URL', 'Who'];
  await expect.poll(() => headsOf(page)).toEqual(chosen);
  await expectForEveryone(page, 'history, columns open');
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();

  // Another browser of the same person; what the server writes is what stays.
  const other = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  await signIn(other, running.origin, support);
  await other.goto(`${running.origin}/history?q=${host}`);
  expect(await headsOf(other)).toEqual(chosen);
  const written = await (await other.request.get(`${running.origin}/history?q=${host}`)).text();
  const heads = [...written.matchAll(/<th .*?<\/th>/g)].map(([head]) => head.replace(/<[^>]*>/g, ''));
  expect(heads).toEqual(chosen);
  await other.context().close();

  await adminPage.goto(`${running.origin}/history?q=${host}`);
  expect(await headsOf(adminPage)).toEqual(first);
  await page.getByRole('button', { name: 'Columns' }).click();
  await andKeep(page, () => page.getByRole('button', { name: 'Reset columns' }).click());
  await expect.poll(() => headsOf(page)).toEqual(first);
});

test('a column is made wider by keys and by dragging, rows lower, and both are kept', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${host}`);
  const edge = page.getByRole('separator', { name: 'Width of Who' });
  const widthOf = async (name: string) =>
    Math.round((await page.getByRole('columnheader', { name }).boundingBox())?.width ?? 0);
  const height = async () => (await rowsOf(page).first().boundingBox())?.height ?? 0;
  const start = await widthOf('Who');
  // By keys alone: the edges come when the focus reaches the heads, and are stops of their own.
  await page.getByRole('columnheader', { name: /^Time/ }).getByRole('button').focus();
  await expect(edge).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('separator', { name: 'Width of Time' })).toBeFocused();
  await edge.focus();
  await andKeep(page, () => page.keyboard.press('ArrowRight'));
  await andKeep(page, () => page.keyboard.press('ArrowRight'));
  await expect.poll(() => widthOf('Who')).toBe(start + 32);
  await expect(edge).toHaveAttribute('aria-valuenow', String(start + 32));

  const number = await widthOf('Number');
  const box = await page.getByRole('separator', { name: 'Width of Number' }).boundingBox();
  if (!box) throw new Error('The edge is not drawn.');
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + 4, { steps: 4 });
  await andKeep(page, async () => {
    await page.mouse.move(box.x + 44, box.y + 4);
    await page.mouse.up();
  });
  await expect.poll(() => widthOf('Number')).toBe(number + 40);

  const comfortable = await height();
  await page.getByRole('button', { name: 'Columns' }).click();
  await andKeep(page, () => page.getByRole('radio', { name: 'Compact' }).check());
  await expect.poll(height).toBeLessThan(comfortable - 10);
  const compact = await height();

  await page.reload();
  await expect(rowsOf(page)).toHaveCount(3);
  expect(await widthOf('Who')).toBe(start + 32);
  expect(await widthOf('Number')).toBe(number + 40);
  expect(await height()).toBe(compact);
  await page.getByRole('columnheader', { name: 'Who' }).hover();
  await edge.focus();
  await andKeep(page, () => page.keyboard.press('Delete'));
  await expect.poll(() => widthOf('Who')).toBe(start);
  await page.getByRole('button', { name: 'Columns' }).click();
  await andKeep(page, () => page.getByRole('button', { name: 'Reset columns' }).click());
});

test('heads sort by time, number and duration, in the address and for who cannot see', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${host}`);
  const numbers = () => page.getByTitle(/^Open the page of 0086/).allTextContents();
  const head = (name: RegExp) => page.getByRole('columnheader', { name });
  await expect(page.getByRole('table', { name: 'Changes, newest first' })).toBeVisible();
  await expect(head(/^Time/)).toHaveAttribute('aria-sort', 'descending');
  await expect(head(/^Number/)).not.toHaveAttribute('aria-sort', /./);
  const sorted = seeds.map(({ number }) => number).sort();

  await head(/^Number/)
    .getByRole('button')
    .click();
  await expect.poll(numbers).toEqual(sorted);
  await expect(head(/^Number/)).toHaveAttribute('aria-sort', 'ascending');
  await expect(head(/^Time/)).not.toHaveAttribute('aria-sort', /./);
  await expect(page.getByRole('table', { name: 'Changes by Number, ascending' })).toBeVisible();
  await expect(page).toHaveURL(/sort=number&order=asc/);
  await head(/^Number/)
    .getByRole('button')
    .click();
  await expect.poll(numbers).toEqual(sorted.toReversed());
  await page.goBack();
  await expect.poll(numbers).toEqual(sorted);

  await page.goto(`${running.origin}/history?q=${host}`);
  await head(/^Time/).getByRole('button').click();
  await expect.poll(numbers).toEqual(seeds.map(({ number }) => number));
  await expect(head(/^Time/)).toHaveAttribute('aria-sort', 'ascending');

  await page.getByRole('button', { name: 'Columns' }).click();
  await andKeep(page, () => page.getByRole('checkbox', { name: 'Duration' }).check());
  await page.keyboard.press('Escape');
  await head(/^Duration/)
    .getByRole('button')
    .click();
  await expect(head(/^Duration/)).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=duration/);
  await page.getByRole('button', { name: 'Columns' }).click();
  await andKeep(page, () => page.getByRole('button', { name: 'Reset columns' }).click());
});

test('every column, in 简体中文 and in English: axe, and cards without a sideways scroll at 360 px', async ({
  supportPage: page,
  console: running,
}) => {
  for (const [locale, columns, names] of [
    ['zh-CN', '列', ['耗时', '应用', '号码类型', '来源', '代码', '原因']],
    ['en', 'Columns', []],
  ] as const) {
    await page.context().addCookies([{ name: 'patchboard-locale', value: locale, url: running.origin }]);
    await page.goto(`${running.origin}/history?q=${host}`);
    await page.getByRole('button', { name: columns, exact: true }).click();
    for (const name of names)
      await andKeep(page, () => page.getByRole('checkbox', { name, exact: true }).check());
    await expectForEveryone(page, `history, every column, ${locale}, panel open`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader')).toHaveCount(12);
    await expectForEveryone(page, `history, every column, ${locale}`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  const card = rowsOf(page).first();
  for (const text of [seeds[2]?.number ?? '-', 'Bound', 'tables.acme.com', 'Main line', 'Form'])
    await expect(card).toContainText(text);
  await expect(card.getByRole('button', { name: 'Copy URL' })).toBeVisible();
  await page.getByRole('button', { name: 'Number', exact: true }).click();
  await expect(page).toHaveURL(/sort=number/);
  await card.click({ position: { x: 180, y: 4 } });
  await expect(page.getByRole('dialog', { name: /^Change of/ })).toBeVisible();
});
