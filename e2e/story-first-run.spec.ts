import { expectForEveryone } from '#e2e/axe.ts';
import { arrivalsOf, expectResult, fieldsOf, openReview } from '#e2e/bind-steps.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { type Console, serve } from '#e2e/serve.ts';

// From an empty folder to a bound number and its row, by the printed link alone.

const number = '0086075586020001';

let running: Console;
test.beforeAll(async () => {
  running = await serve({
    env: { PATCHBOARD_ADMIN_EMAIL: undefined, PATCHBOARD_ADMIN_PASSWORD: undefined, CCC_SDK_APPS: undefined },
  });
});
test.afterAll(() => running?.stop());

test('the printed link leads through set-up to a bound number and its history row', async ({
  page,
  browser,
}) => {
  const [, link = ''] = /create the first admin at (\S+)/.exec(running.output()) ?? [];
  expect(link).toContain(`${running.origin}/setup?token=`);

  await page.goto(`${running.origin}/bind`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Use the set-up link that the server printed')).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Set up Patchboard' })).toBeVisible();
  await expectForEveryone(page, 'set-up');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Email').fill('ada@example.net');
  await page.getByLabel('Password', { exact: true }).fill('too short');
  await page.getByLabel('SdkAppId').fill('main line');
  await page.getByRole('button', { name: 'Create admin and sign in' }).click();
  const problems = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problems.getByRole('link')).toHaveText([
    'Use at least 12 characters. Several words in a row are easy to remember.',
    'Enter the SdkAppId as digits alone, such as 1400000000.',
    'Enter a name.',
  ]);
  await expect(problems).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada');

  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByLabel('SdkAppId').fill('1400000000');
  await page.getByLabel('App name').fill('Main line');
  await expect(problems).toBeHidden();
  await page.getByRole('button', { name: 'Create admin and sign in' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.getByRole('link', { name: 'Bind a number' }).click();
  const fields = fieldsOf(page);
  await expect(fields.app).toHaveValue('1400000000');
  await fields.number.fill('0755 8602 0001');
  await fields.url.fill('https://hooks.acme.com/first');
  const dialog = await openReview(page);
  await expect(dialog).toContainText('Current binding unknown: never set through this dashboard');
  await dialog.getByRole('button', { name: 'Bind number' }).click();
  const result = await expectResult(page, 'Bound');

  await result.getByRole('link', { name: 'View in history' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change of 0086 0755 8602 0001');
  await page.getByRole('link', { name: 'Back to history' }).click();
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Bound');
  await expect(row).toContainText('Ada');
  const [arrival, ...more] = await arrivalsOf(running, number);
  expect(more).toEqual([]);
  expect(arrival).toMatchObject({ verdict: 'ok', callbackUrl: 'https://hooks.acme.com/first' });

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'Set-up is done' })).toBeVisible();
  await expect(stranger.getByRole('textbox')).toHaveCount(0);
  await stranger.context().close();
});
