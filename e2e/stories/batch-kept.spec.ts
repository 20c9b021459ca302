import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { arrivalsOf, mainLine } from '#e2e/steps/bind-steps.ts';
import {
  appOf,
  dryRun,
  fileOf,
  kindOf,
  lineOf,
  next,
  old,
  sendOf,
  textOf,
} from '#e2e/steps/new-batch-steps.ts';
import { admin } from '#lib/testing/console.ts';

// Lines of a new batch outlive links, Back, reload and signing in again, until they are sent or the person signs out.

test.describe.configure({ timeout: 120_000 });

const back = (page: Page, lines: string) =>
  page.getByRole('status').filter({ hasText: new RegExp(`^Your ${lines} from .* (is|are) back`) });
const reload = async (page: Page) => {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
};

test('checked lines with edits, column choices and fields are back after a link, Back and a reload, and go once they are sent', async ({
  adminPage: page,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  await dryRun(page, running.origin, [
    `0086075586061101,${next}`,
    `0086075586061102,${next}`,
    '075586061103',
  ]);
  await page.getByRole('button', { name: 'Edit URL of line 1' }).click();
  await page.getByRole('textbox', { name: 'Callback URL of line 1' }).fill(old);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove line 2' }).click();
  await page.getByRole('textbox', { name: 'Callback URL for lines without one' }).fill(old);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('OPS-90');
  await expect(kindOf(page, 'Will bind', 2)).toBeVisible();

  await page.getByRole('link', { name: 'Numbers', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  await page.goBack();
  const expectBack = async () => {
    await expect(back(page, '2 lines')).toBeVisible();
    await expect(kindOf(page, 'Will bind', 2)).toBeVisible();
    await expect(lineOf(page, 1)).toContainText('old.acme.com');
    await expect(lineOf(page, 2)).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('OPS-90');
    await expect(appOf(page)).toHaveValue(mainLine);
  };
  await expectBack();
  await expectForEveryone(page, 'bulk, lines are back');
  await reload(page);
  await expectBack();
  await page.goto(`${running.origin}/batches`);
  await page.getByRole('link', { name: 'New batch' }).first().click();
  await expectBack();
  // Each change can still be taken back.
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(lineOf(page, 2)).toBeVisible();

  await sendOf(page).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  await page.goto(`${running.origin}/batches/new`);
  await expect(textOf(page)).toHaveValue('');
  await expect(page.getByRole('status').filter({ hasText: 'are back' })).toHaveCount(0);
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('batch'))),
  ).toEqual([]);
  expect(complaints).toEqual([]);
});

test('where the tab cannot keep the lines, links, the palette and Back ask before they are lost', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history`);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await page.getByRole('link', { name: 'Batches', exact: true }).click();
  await page.getByRole('link', { name: 'New batch' }).first().click();
  await textOf(page).fill(`0086075586061191,${next}`);
  await expect(page.getByText('This browser can’t keep these lines')).toBeVisible();
  const question = page.getByRole('dialog', { name: 'Leave this page?' });
  const leaving = [
    () => page.getByRole('link', { name: 'Numbers', exact: true }).click(),
    () => page.evaluate(() => history.back()),
    async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('numbers');
      await page.keyboard.press('Enter');
    },
  ];
  for (const leave of leaving) {
    await leave();
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toBeHidden();
    await expect(textOf(page)).toHaveValue(`0086075586061191,${next}`);
  }
  await page.getByRole('link', { name: 'Numbers', exact: true }).click();
  await question.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
});

test('a file of a megabyte is back too, and Start over begins without it', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  const lines = Array.from({ length: 15_000 }, (_, n) => `00860755${83_000_000 + n},${next}?desk=${n}`);
  await fileOf(page).setInputFiles({
    name: 'desks.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['number,callback_url', ...lines].join('\n')),
  });
  await expect(page.getByRole('radio', { name: 'All 15,000', exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Remove line 2', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'All 14,999', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await page.goBack();
  await expect(back(page, '14,999 lines')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'All 14,999', exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('File desks.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Start over', exact: true }).click();
  await expect(textOf(page)).toHaveValue('');
  await reload(page);
  await expect(textOf(page)).toBeEnabled();
  await expect(page.getByRole('status').filter({ hasText: 'are back' })).toHaveCount(0);
});

test('a batch whose answer was lost is sent again under the same key after a reload, and starts once', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586062101';
  await dryRun(page, running.origin, [`${number},${next}`]);
  await expect(kindOf(page, 'Will bind', 1)).toBeVisible();
  // The request arrives, its answer does not.
  await page.route('**/batches/new', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await sendOf(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not known whether');
  await page.unroute('**/batches/new');
  await reload(page);
  await expect(back(page, '1 line')).toBeVisible();
  await expect(lineOf(page, 1)).toContainText('hooks.acme.com');
  const send = sendOf(page);
  // The number is bound as the line says by now, so it is sent as it was.
  const unchanged = page.getByRole('checkbox', { name: /^Also send/ });
  await expect(send.or(unchanged).first()).toBeVisible();
  if (await unchanged.isVisible()) await unchanged.check();
  await send.click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  await expect.poll(async () => (await arrivalsOf(running, number)).length).toBe(1);
});

test('lines of another beginning are offered, and signing out removes everything that was kept', async ({
  browser,
  console: { origin },
}) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, origin, admin);
  await page.goto(`${origin}/bind`);
  await page.getByRole('combobox', { name: 'App', exact: true }).selectOption(mainLine);
  await page.getByRole('textbox', { name: 'Callback URL', exact: true }).fill(next);
  await page.getByRole('textbox', { name: 'Number', exact: true }).fill('0755-86063601; 0755-86063602');
  await page.getByRole('link', { name: 'Bind 2 numbers in bulk' }).click();
  await expect(kindOf(page, 'Will bind', 2)).toBeVisible();
  await page.getByRole('button', { name: 'Remove line 2' }).click();
  await expect(kindOf(page, 'All', 1)).toBeVisible();
  await page.goto(`${origin}/batches/new`);
  await expect(page.getByText(/^1 line from .* is kept in this tab$/)).toBeVisible();
  await expectForEveryone(page, 'bulk, other lines are kept');
  await page.getByRole('button', { name: 'Bring them back' }).click();
  await expect(back(page, '1 line')).toBeVisible();
  await expect(kindOf(page, 'Will bind', 1)).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('batch'))),
  ).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  await signIn(page, origin, admin);
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toHaveValue('');
  await page.context().close();
});
