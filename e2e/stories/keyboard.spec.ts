import type { Locator, Page } from 'playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import { pressShortcut } from '#e2e/keys.ts';
import { arrivalsOf, expectResult, fieldsOf } from '#e2e/steps/bind-steps.ts';
import { admin } from '#lib/testing/console.ts';

// The whole job without a mouse: sign in, bind, find it again, read it, leave.

/** Presses Tab until the control has the focus; a control that Tab does not reach fails. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${control}`);
}

test('keys alone sign in, bind a number, and open its row', async ({ page, console: running }) => {
  const { keyboard } = page;
  const number = '0086075586029001';
  await page.goto(`${running.origin}/sign-in`);
  await tabTo(page, page.getByLabel('Email'));
  await keyboard.type(admin.email);
  await tabTo(page, page.getByLabel('Password'));
  await keyboard.type(admin.password);
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const fields = fieldsOf(page);
  await pressShortcut(page, 'g b', fields.review);
  await expect(fields.review).toBeEnabled();
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page, fields.app);
  await keyboard.press('ArrowDown');
  await expect(fields.app).toHaveValue('1400000000');
  await tabTo(page, fields.number);
  await keyboard.type('0755 8602 9001');
  await tabTo(page, fields.url);
  await keyboard.type('https://hooks.acme.com/keys');
  await keyboard.press('Control+Enter');

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Keep current' })).toBeFocused();
  const send = dialog.getByRole('button', { name: 'Bind number' });
  await tabTo(page, send);
  for (let presses = 0; presses < 6; presses += 1) {
    await keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await tabTo(page, send);
  await keyboard.press('Enter');
  const result = await expectResult(page, 'Bound');
  await expect(result.getByRole('heading', { name: 'Bound' })).toBeFocused();
  expect(await arrivalsOf(running, number)).toHaveLength(1);

  await keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find or go to' }).getByRole('combobox')).toBeFocused();
  await keyboard.type('history');
  await keyboard.press('Enter');
  const search = page.getByRole('searchbox', { name: 'Search history' });
  await expect(search).toBeVisible();
  await page.locator('body').press('/');
  await expect(search).toBeFocused();
  await keyboard.type('8602 9001');
  const link = page.getByRole('link', { name: /^Open the entry of/ });
  await expect(link).toHaveCount(1);
  await tabTo(page, link);
  await keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Change of 0086 0755 8602 9001' });
  await expect(drawer).toContainText('The provider confirmed the change.');
  await keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(link).toBeFocused();

  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await keyboard.press('Escape');
  await tabTo(page, page.getByRole('button', { name: 'Sign out' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a shortcut works on every page it is listed on, and what is typed meanwhile lands in its field', async ({
  adminPage: page,
  console: { origin },
}) => {
  const { keyboard } = page;
  const search = page.getByRole('searchbox', { name: 'Search history' });
  for (const address of ['/', '/people', '/batches']) {
    await page.goto(`${origin}${address}`, { waitUntil: 'networkidle' });
    await keyboard.type('/bob?g nf/');
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('bob?g nf/');
    await expect(page).toHaveURL(/\/history/);
  }
  await page.goto(`${origin}/connection`, { waitUntil: 'networkidle' });
  await keyboard.type('frefu');
  const filter = page.getByRole('combobox', { name: 'Filter by', exact: true });
  await expect(filter).toHaveValue('refu');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Outcome: Refused');
  await filter.fill('today');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Today');
  await filter.fill('OperationDenied.NotInWhiteList');
  await keyboard.press('Enter');
  await expect(search).toHaveValue('OperationDenied.NotInWhiteList');

  await page.goto(`${origin}/people`, { waitUntil: 'networkidle' });
  await keyboard.press('Control+k');
  await keyboard.type('refused');
  const palette = page.getByRole('dialog', { name: 'Find or go to' });
  await expect(palette.getByRole('combobox')).toHaveValue('refused');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/history\?outcome=refused/);
});

test('single keys leave no page on which something is typed without asking', async ({
  adminPage: page,
  console: { origin },
}) => {
  const { keyboard } = page;
  const fields = fieldsOf(page);
  await page.goto(`${origin}/bind`, { waitUntil: 'networkidle' });
  await fields.number.fill('0755 8602 9002');
  for (const keys of ['/', 'f', 'gh']) {
    await page.getByRole('heading', { level: 1 }).click();
    await keyboard.type(keys);
    const question = page.getByRole('dialog', { name: 'Leave this page?' });
    await expect(question.getByRole('button', { name: 'Stay' })).toBeFocused();
    await expect(question).toContainText('It stays in this tab and is here when you come back.');
    await keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(fields.number).toHaveValue('0755 8602 9002');
  }
  await keyboard.type('b');
  await expect(page).toHaveURL(/\/bind$/);
  await keyboard.type('gn');
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
  await keyboard.type('gb');
  await expect(fields.number).toHaveValue('0755 8602 9002');
});
