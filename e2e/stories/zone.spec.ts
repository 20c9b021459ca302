import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { setClockOff } from '#e2e/conditions/wrong-clock.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { pressShortcut } from '#e2e/keys.ts';
import { andKeep } from '#e2e/steps/preference-steps.ts';
import { admin } from '#lib/testing/console.ts';

// Which time is it: the zone is named, switched, kept, entered in, and every form of a moment can be copied.

const host = 'zone.acme.com';
const seed = { number: '0086075586043001', url: `https://${host}/in` };
const linkOf = (page: Page): Locator => page.getByRole('link', { name: /^Open the entry of/ });
const pad = (value: number) => String(value).padStart(2, '0');
/** `2026-11-03 14:05:09` so many hours east of Greenwich. */
const wall = (at: Date, hours: number) => {
  const moved = new Date(at.getTime() + hours * 3_600_000);
  const day = `${moved.getUTCFullYear()}-${pad(moved.getUTCMonth() + 1)}-${pad(moved.getUTCDate())}`;
  return `${day} ${pad(moved.getUTCHours())}:${pad(moved.getUTCMinutes())}:${pad(moved.getUTCSeconds())}`;
};

test.beforeAll(async ({ browser, console: running }) => {
  const page = await browser.newPage();
  await signIn(page, running.origin, admin);
  await seedHistory(page, running.origin, [seed]);
  await page.close();
});

test('a moment in every form, by keys and by pointing, each copied exactly', async ({
  adminPage: page,
  console: running,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: running.origin });
  await page.goto(`${running.origin}/history?q=${host}`);
  await expect(page.getByRole('columnheader', { name: 'Time (UTC+8)' })).toBeVisible();
  const at = new Date((await page.locator('time').first().getAttribute('datetime')) ?? '');
  await expect(linkOf(page)).toHaveText(wall(at, 8));

  const { keyboard } = page;
  const more = page.getByRole('button', { name: /in other forms$/ });
  await expect(more).toHaveText(/ago|now/);
  await linkOf(page).focus();
  const card = page.getByRole('menu', { name: 'This moment in other forms' });
  await expect(card).toBeVisible();
  await expectForEveryone(page, 'history, moment open');
  await keyboard.press('ArrowDown');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  for (const form of [
    `${wall(at, 8)} UTC+8`,
    at.toISOString(),
    /sec|min/,
    String(Math.floor(at.getTime() / 1000)),
  ]) {
    await keyboard.press('Enter');
    if (typeof form === 'string') await expect.poll(copied).toBe(form);
    else await expect.poll(copied).toMatch(form);
    await keyboard.press('ArrowDown');
  }
  await expect(card.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(linkOf(page)).toBeFocused();
  await linkOf(page).hover();
  await expect(card).toBeVisible();
  await card.getByRole('menuitem', { name: /UTC, ISO 8601/ }).click();
  await expect.poll(copied).toBe(at.toISOString());
  await keyboard.press('Escape');
  await expect(card).toBeHidden();
  await more.click();
  await expect(card.getByRole('menuitem').first()).toBeFocused();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(card).toBeHidden();
});

test('the zone is switched once for the whole console, and the server writes it from then on', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${host}`);
  await expect(linkOf(page)).toBeVisible();
  const at = new Date((await page.locator('time').first().getAttribute('datetime')) ?? '');
  const written = async () => (await page.request.get(`${running.origin}/history?q=${host}`)).text();
  // Once the browser has told its zone, nothing is corrected after the page has been drawn.
  await expect.poll(written).toContain(`>${wall(at, 8)}</time>`);

  await andKeep(page, () => page.getByRole('radio', { name: 'UTC', exact: true }).check());
  await expect(page.getByRole('columnheader', { name: 'Time (UTC)' })).toBeVisible();
  await expect(linkOf(page)).toHaveText(wall(at, 0));
  expect(await written()).toContain(`>${wall(at, 0)}</time>`);
  await linkOf(page).click();
  await expect(page.getByRole('dialog')).toContainText(wall(at, 0));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(`${running.origin}/history?q=${host}`);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'UTC', exact: true })).toBeChecked();
  await andKeep(page, () => page.getByRole('radio', { name: 'Local (UTC+8)' }).check());
});

test('a range is entered in the shown zone, stored as UTC, and means the same for another viewer', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${host}`);
  const at = new Date((await page.locator('time').first().getAttribute('datetime')) ?? '');
  const minute = (hours: number, by: number) =>
    wall(new Date(at.getTime() + by * 60_000), hours)
      .replace(' ', 'T')
      .slice(0, 16);
  await page.getByRole('button', { name: 'Time', exact: true }).click();
  await page.getByLabel('From (UTC+8)').fill(minute(8, -1));
  await page.getByLabel('Until (UTC+8)').fill(minute(8, 2));
  await page.getByRole('button', { name: 'Apply' }).click();
  const from = `${minute(0, -1)}:00Z`;
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(from);
  await expect(linkOf(page)).toHaveCount(1);

  await supportPage.goto(page.url());
  await andKeep(supportPage, () => supportPage.getByRole('radio', { name: 'UTC', exact: true }).check());
  await expect(linkOf(supportPage)).toHaveCount(1);
  const chip = supportPage.getByRole('list', { name: 'Active filters' });
  await expect(chip).toContainText(`${minute(0, -1).replace('T', ' ')} UTC`);
  await supportPage.getByRole('button', { name: 'Time chosen' }).click();
  await expect(supportPage.getByLabel('From (UTC)')).toHaveValue(minute(0, -1));
  await supportPage.keyboard.press('Escape');
  await andKeep(supportPage, () => supportPage.getByRole('radio', { name: /^Local/ }).check());
});

test('single keys are off while typing, and off for who turns them off, also in another browser', async ({
  adminPage: page,
  colleaguePage,
  browser,
  console: running,
}) => {
  await page.goto(`${running.origin}/history`);
  const search = page.getByRole('searchbox', { name: 'Search history' });
  await search.fill('');
  await search.pressSequentially('b?/');
  await expect(search).toHaveValue('b?/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await search.fill('');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toBeVisible();
  await andKeep(page, () => list.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck());
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.keyboard.press('?');
  await expect(list).toHaveCount(0);
  await expect(page).toHaveURL(/\/history/);

  const state = await page.context().storageState();
  const other = await (await browser.newContext({ storageState: state })).newPage();
  await other.goto(`${running.origin}/history`);
  await other.getByRole('heading', { level: 1 }).click();
  await other.keyboard.press('?');
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await other.keyboard.press('Control+k');
  await expect(other.getByRole('dialog', { name: 'Find or go to' })).toBeVisible();
  await other.context().close();

  await colleaguePage.goto(`${running.origin}/history`);
  await pressShortcut(colleaguePage, '?', colleaguePage.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await andKeep(page, () => list.getByRole('checkbox', { name: 'Single-key shortcuts' }).check());
});

const minute = 60_000;

for (const [name, offMs, says] of [
  ['19 minutes behind', -19 * minute, 'This computer’s clock is 19 minutes slow'],
  ['two days ahead', 50 * 60 * minute, 'This computer’s clock is 2 days fast'],
] as const)
  test(`a computer whose clock is ${name} shows times and ranges by the server’s, and is told once`, async ({
    adminPage: page,
    console: { origin },
  }) => {
    const complaints = listenForConsoleErrors(page);
    await setClockOff(page, offMs);
    await page.goto(`${origin}/history`);
    const notice = page.getByRole('status').filter({ hasText: says });
    await expect(notice).toBeVisible();
    await expect(linkOf(page).first()).toBeVisible();
    await expect(page.getByText(/^In \d/)).toHaveCount(0);
    await expect(page.getByText(/^(Now|\d+ (sec|min)\. ago)$/i).first()).toBeVisible();
    await page.getByRole('button', { name: 'Time', exact: true }).click();
    await page.getByRole('button', { name: 'Last hour' }).click();
    await expect(page).toHaveURL(/from=/);
    await expect(linkOf(page).first()).toBeVisible();
    await expectForEveryone(page, `clock ${name}`);
    await notice.getByRole('button', { name: 'Close' }).click();
    await page.goto(`${origin}/numbers`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

test('a clock that is half a minute off is corrected without a word', async ({
  adminPage: page,
  console: { origin },
}) => {
  await setClockOff(page, -30_000);
  await page.goto(`${origin}/history`);
  await expect(page.getByText(/^(Now|\d+ (sec|min)\. ago)$/i).first()).toBeVisible();
  await expect(page.getByText(/^In \d/)).toHaveCount(0);
  await expect(page.getByText('This computer’s clock')).toHaveCount(0);
});
