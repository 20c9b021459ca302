import type { Page } from 'playwright/test';
import { callAction } from '#e2e/attack/call.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { mainLine } from '#e2e/steps/bind-steps.ts';
import { appOf, fileOf, next, sendOf, textOf } from '#e2e/steps/new-batch-steps.ts';
import { admin } from '#lib/testing/console.ts';

// A session that is over when a large batch is sent: its body is refused unread, the page says so and keeps the lines.

/** Its request is over 64 kB. */
const count = 1_500;
const counted = count.toLocaleString('en');

/** Ends the session on the server alone, as time does: the browser still holds its cookie. */
async function endSession(page: Page, origin: string): Promise<void> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await callAction(origin, 'signOut', [], { cookie });
  expect((await fetch(`${origin}/api/views`, { headers: { cookie } })).status).toBe(401);
}

const expectChecked = (page: Page) =>
  expect(page.getByRole('radio', { name: `Will bind ${counted}`, exact: true })).toBeVisible({
    timeout: 30_000,
  });

test('a large batch whose session is over is not sent, and is sent after signing in again', async ({
  browser,
  console: { origin },
}) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, origin, admin);
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  const lines = Array.from({ length: count }, (_, n) => `00860755${84_100_000 + n},${next}?desk=${n}`);
  await fileOf(page).setInputFiles({
    name: 'desks.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['number,callback_url', ...lines].join('\n')),
  });
  await expectChecked(page);
  const confirmation = page.getByRole('textbox', { name: `Type ${counted} to confirm` });
  await confirmation.fill(String(count));
  await endSession(page, origin);
  await sendOf(page).click();

  const problem = page.getByRole('main').getByRole('alert').filter({ hasText: 'You are signed out' });
  await expect(problem).toContainText('Nothing was sent');
  await problem.getByRole('link', { name: 'Sign in and come back' }).click();
  await page.getByLabel('Email').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expectChecked(page);
  await expect(confirmation).toHaveValue(String(count));
  await sendOf(page).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop batch' }).click();
  await expect(page.getByText(/Stopped by/).first()).toBeVisible();
  await page.context().close();
});
