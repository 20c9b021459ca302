import type { Route } from 'playwright/test';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { fieldsOf, fillBind, openReview } from '#e2e/steps/bind-steps.ts';
import { accept, admit, invite, person } from '#e2e/steps/people-steps.ts';

// An admin lets people in, changes what they may do, and shuts them out; each time it counts at once.

test('a support person comes in by a link that works once, and finds no way to bind', async ({
  adminPage,
  browser,
  console: running,
}) => {
  const noor = person('Noor', 'support');
  const link = await invite(adminPage, running.origin, noor);
  await expect(adminPage.getByRole('row', { name: /Noor/ })).toContainText('Invited');
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Welcome, Noor' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('at least 12');
  await accept(page, link, noor);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link')).toHaveText([
    'Overview',
    'History',
    'Numbers',
    'Batches',
    'Connection',
  ]);
  await expect(page.getByRole('link', { name: /bind/i })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /bind|undo|restore/i })).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  const refused = await page.goto(`${running.origin}/bind`);
  expect(refused?.status()).toBe(403);
  await expect(page.getByRole('heading', { name: 'Your role can’t open this page' })).toBeVisible();
  await expect(fieldsOf(page).review).toHaveCount(0);
  expect((await page.goto(`${running.origin}/people`))?.status()).toBe(403);

  const again = await (await browser.newContext()).newPage();
  await again.goto(link);
  await expect(again.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await expect(again.getByRole('textbox')).toHaveCount(0);
  await Promise.all([page.context().close(), again.context().close()]);
});

test('a change of role and a disabling count at the next request', async ({
  adminPage,
  browser,
  console: running,
}) => {
  const remy = person('Remy', 'support');
  const page = await admit(browser, adminPage, { origin: running.origin, person: remy });
  const row = adminPage.getByRole('row', { name: /Remy/ });
  await adminPage.goto(`${running.origin}/people`);

  await row.getByRole('button', { name: 'Make admin: Remy' }).click();
  const question = adminPage.getByRole('dialog', { name: 'Change the role of Remy?' });
  await expect(question.getByRole('button', { name: 'Keep role' })).toBeFocused();
  await question.getByRole('button', { name: 'Make admin' }).click();
  await expect(row).toContainText('Admin');
  await page.goto(`${running.origin}/history`);
  await expect(page.getByRole('heading', { name: /^(Sign in|You are signed out)$/ })).toBeVisible();
  await signIn(page, running.origin, remy);
  await page.goto(`${running.origin}/bind`);
  await expect(fieldsOf(page).review).toBeVisible();

  await row.getByRole('button', { name: 'Disable: Remy' }).click();
  await adminPage.getByRole('dialog').getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(row).toContainText('Disabled');
  await fillBind(page, { number: '0086075586028001', url: 'https://hooks.acme.com/late' });
  await fieldsOf(page).review.click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('You are signed out.');
  await page.goto(`${running.origin}/sign-in`);
  await page.getByLabel('Email').fill(remy.email);
  await page.getByLabel('Password').fill(remy.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText(
    'The email or the password is not right, or the account is disabled.',
  );
  await page.context().close();
});

test('signed out in the middle of the form, one signs in again and finds everything typed', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const wanted = {
    number: '0755 8602 8002',
    url: 'https://hooks.acme.com/kept?x=1',
    reason: 'OPS-20, 别弄丢',
  };
  // What the card beside the form asks while the session still counts is answered late: after the question was asked.
  const dialog = page.getByRole('dialog');
  const asked = Promise.withResolvers<void>();
  const answerLate = async (route: Route) => {
    const response = await route.fetch();
    asked.resolve();
    await dialog.waitFor();
    await route.fulfill({ response });
  };
  await page.route('**/api/numbers/facts?*', answerLate, { times: 1 });
  await fillBind(page, wanted);
  await asked.promise;
  await page.context().clearCookies();
  const fields = fieldsOf(page);
  await fields.review.click();
  await expect(dialog.getByRole('alert')).toContainText('You are signed out.');
  await dialog.getByRole('link', { name: 'Sign in and come back' }).click();
  await page.getByLabel('Email').fill('ada@example.net');
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(fields.number).toHaveValue(wanted.number);
  await expect(fields.url).toHaveValue(wanted.url);
  await expect(fields.reason).toHaveValue(wanted.reason);
  await expect(await openReview(page)).toContainText(wanted.reason);
});
