import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { bindNumber, expectResult, fieldsOf, openReview } from '#e2e/steps/bind-steps.ts';
import { lineOf, textOf } from '#e2e/steps/new-batch-steps.ts';
import { openEntry, rowsOf } from '#e2e/steps/restore-steps.ts';
import { type Console, serve } from '#lib/testing/console.ts';

// From an empty folder to a bound number and its row, by the printed link alone; then further apps. The console has no
// credentials, so its own simulator answers, which was started before anybody named an app.

test.describe.configure({ mode: 'serial' });

const number = '0086075586020001';
const realLooking = '1400812345';
const ada = { email: 'ada@example.net', password: 'a long enough password' };

let running: Console;
test.beforeAll(async () => {
  running = await serve({
    env: {
      PATCHBOARD_ADMIN_EMAIL: undefined,
      PATCHBOARD_ADMIN_PASSWORD: undefined,
      CCC_SDK_APPS: undefined,
      CCC_ENDPOINT: undefined,
      TENCENTCLOUD_SECRET_ID: undefined,
      TENCENTCLOUD_SECRET_KEY: undefined,
    },
  });
});
test.afterAll(() => running?.stop());

test('the printed link leads through set-up to a bound number and its history row', async ({
  page,
  browser,
}) => {
  // Printed right after the line that says the console is ready, so it may arrive a moment later.
  const printed = () => /create the first admin at (\S+)/.exec(running.output())?.[1];
  await expect.poll(printed).toBeDefined();
  const link = printed() ?? '';
  expect(link).toContain(`${running.origin}/setup#token=`);

  const notSetUp = page.getByRole('heading', { name: 'Patchboard is not set up yet' });
  for (const path of ['/bind', '/sign-in', '/invitation?token=made-up', '/setup', '/setup?token=made-up']) {
    await page.goto(`${running.origin}${path}`);
    await expect(path.startsWith('/setup') ? expiredLink(page) : notSetUp).toBeVisible();
    await expect(page.getByText('Look at the terminal, or the log, of the server.')).toBeVisible();
    await expect(page.getByText('it prints a new one')).toBeVisible();
    // Nothing that nobody can use, and nothing that only the one who started the server may know.
    await expect(page.getByRole('textbox')).toHaveCount(0);
    expect(await page.content()).not.toContain(link.split('token=')[1]);
  }
  await expectForEveryone(page, 'not set up');

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
  await page.getByLabel('SdkAppId').fill(realLooking);
  await page.getByLabel('App name').fill('Main line');
  await expect(problems).toBeHidden();
  await page.getByRole('button', { name: 'Create admin and sign in' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.getByRole('link', { name: 'Bind a number' }).click();
  const fields = fieldsOf(page);
  await expect(fields.app).toHaveValue(realLooking);
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
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'Set-up is done' })).toBeVisible();
  await expect(stranger.getByRole('textbox')).toHaveCount(0);
  await stranger.context().close();
  await page.goto(link);
  await page.getByRole('link', { name: 'Go to the overview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('an admin adds, renames and retires an app while the console runs, and brings it back', async ({
  page,
}) => {
  const complaints = listenForConsoleErrors(page);
  await signIn(page, running.origin, ada);
  const apps = page.getByRole('region', { name: 'Apps' });
  const openConnection = () => page.goto(`${running.origin}/connection`);
  await openConnection();
  await apps.getByRole('button', { name: 'Add app' }).click();
  const adding = page.getByRole('dialog', { name: 'Add an app' });
  await adding.getByRole('button', { name: 'Add app' }).click();
  await expect(adding.getByRole('alert').getByRole('link')).toHaveText([
    'Enter the SdkAppId.',
    'Enter a name.',
  ]);
  await adding.getByLabel('SdkAppId').fill(' 1500987654 ');
  await adding.getByLabel('App name').fill('main LINE');
  await adding.getByRole('button', { name: 'Add app' }).click();
  await expect(adding.getByRole('alert')).toContainText(`The app ${realLooking} is already called that.`);
  await expect(adding.getByLabel('SdkAppId')).toHaveValue(' 1500987654 ');
  await expectForEveryone(page, 'connection, adding an app');
  await adding.getByLabel('App name').fill('Claims');
  await adding.getByLabel('App name').press('Enter');
  await expect(apps.getByText('Claims is added. Numbers can be bound in it now.')).toBeVisible();
  await expectForEveryone(page, 'connection, with apps');

  const claims = { app: '1500987654', number: '0755 8602 0002', url: 'https://hooks.acme.com/claims' };
  const result = await bindNumber(page, running.origin, claims);
  await expect(result).toContainText(claims.url);
  // A second URL, so that the first one has something to be put back over.
  await bindNumber(page, running.origin, { ...claims, url: 'https://hooks.acme.com/claims/asia' });

  await openConnection();
  await apps.getByRole('button', { name: 'Rename: Claims' }).click();
  const renaming = page.getByRole('dialog', { name: 'Rename Claims' });
  await renaming.getByLabel('App name').fill('Claims Asia');
  await renaming.getByRole('button', { name: 'Rename' }).click();
  await expect(apps.getByText('The app is now called Claims Asia.')).toBeVisible();

  await apps.getByRole('button', { name: 'Retire: Claims Asia' }).click();
  const retiring = page.getByRole('dialog', { name: 'Retire Claims Asia?' });
  await expect(retiring).toContainText('Lines of batches that still wait in it are not sent');
  await expect(retiring.getByRole('button', { name: 'Keep in use' })).toBeFocused();
  await retiring.getByRole('button', { name: 'Retire', exact: true }).click();
  await expect(apps.getByRole('listitem').filter({ hasText: 'Claims Asia' })).toContainText('Retired');

  // Not offered, also where a link asks for it; history keeps it by its new name, and says why nothing is put back.
  await page.goto(`${running.origin}/bind?app=1500987654&number=0086075586020002`);
  await expect(page.getByText('The app Claims Asia is retired')).toBeVisible();
  await expect(fieldsOf(page).app).toHaveValue(realLooking);
  await page.goto(`${running.origin}/batches/new`);
  await textOf(page).fill(
    `0755 8602 0009,Claims Asia,https://hooks.acme.com/in\n0755 8602 0008,Nobody,https://hooks.acme.com/in`,
  );
  await page.getByRole('button', { name: 'Check lines' }).click();
  await expect(lineOf(page, 1)).toContainText('The app Claims Asia is retired, so nothing is bound in it.');
  await expect(lineOf(page, 2)).toContainText('This console may not bind in this app.');
  await expect(page.getByText('1 line with the app “Claims Asia”, which is retired')).toBeVisible();
  await page.getByRole('button', { name: 'Start over with other lines' }).click();
  await textOf(page).fill('');
  await page.goto(`${running.origin}/numbers/1500987654/0086075586020002`);
  await expect(page.getByText('App retired')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bind this number' })).toHaveCount(0);
  const rows = await rowsOf(page, running.origin, '0086075586020002');
  await expect(rows).toHaveCount(2);
  const entry = await openEntry(page, rows.last());
  await expect(entry).toContainText('Claims Asia');
  const restore = entry.getByRole('button', { name: 'Restore this URL', exact: true });
  await expect(restore).toHaveAccessibleDescription(/is no longer in use in this console/);

  await openConnection();
  await apps.getByRole('button', { name: 'Bring back: Claims Asia' }).click();
  await expect(apps.getByText('Claims Asia is in use again.')).toBeVisible();
  await bindNumber(page, running.origin, { ...claims, number: '0755 8602 0003' });

  await page.goto(`${running.origin}/audit-log`);
  for (const told of [
    'Added the app Claims',
    'Renamed the app Claims to Claims Asia',
    'Retired the app Claims Asia',
    'Brought back the app Claims Asia',
  ])
    await expect(page.getByText(told, { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

const expiredLink = (page: Page) => page.getByRole('heading', { name: 'This set-up link does not work' });
