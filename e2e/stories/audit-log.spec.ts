import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';

test('the log is searched by kind, person, app and time, and the address says so', async ({
  adminPage: page,
  colleague: cleo,
  console: { origin },
}) => {
  const complaints = listenForConsoleErrors(page);
  await page.goto(`${origin}/people`);
  await page.getByRole('button', { name: `New link: ${cleo.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: `Audit log: ${cleo.name}` }).click();
  await expect(page).toHaveURL(/\/audit-log\?person=[0-9a-f-]+$/i);
  await expect(page.getByRole('button', { name: `Remove filter: Person: ${cleo.name}` })).toBeVisible();
  const rows = page.getByRole('row');
  await expect(rows.nth(1)).toContainText(`Made a link for a new password of ${cleo.name}`);
  await page.goto(`${origin}/audit-log`);
  await page.getByRole('button', { name: 'Kind' }).click();
  await page.getByRole('checkbox', { name: 'Sign-ins' }).check();
  await expect(page).toHaveURL(/\?group=signIns$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Remove filter: Kind: Sign-ins' })).toBeVisible();
  await expect(rows.nth(1)).toContainText('Signed in');
  await expect(rows.filter({ hasText: 'Made a link' })).toHaveCount(0);

  await page.keyboard.press('/');
  await page.keyboard.type('nobody-by-this-name');
  await expect(page.getByRole('heading', { name: 'Nothing recorded matches' })).toBeVisible();
  await expect(page).toHaveURL(/q=nobody-by-this-name&group=signIns$/);
  await expectForEveryone(page, 'records, nothing matches');
  await page.getByRole('button', { name: 'Remove filter: Search: “nobody-by-this-name”' }).click();
  await expect(rows.nth(1)).toContainText('Signed in');

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(`${origin}/audit-log`);
  await page.getByRole('button', { name: 'Person' }).click();
  await page.getByRole('checkbox', { name: 'Cleo Colleague' }).check();
  await expect(page).toHaveURL(/audit-log\?person=/);
  await page.keyboard.press('Escape');
  // Whom it was done to counts as well as who did it.
  await expect(rows.filter({ hasText: 'Made a link for a new password of Cleo' })).not.toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(`${origin}/audit-log`);

  await page.getByRole('button', { name: 'Time' }).click();
  await page.getByRole('button', { name: 'Last hour' }).click();
  await expect(page).toHaveURL(/\?from=/);
  await expect(rows.nth(1)).toBeVisible();
  await page.goto(`${origin}/audit-log?group=nonsense&app=1400000001&colour=red`);
  await expect(page.getByText(/group, colour/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing recorded matches' })).toBeVisible();
  await page.goto(`${origin}/audit-log`);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectForEveryone(page, 'records, narrow');
  expect(complaints).toEqual([]);
});

test('addresses that people saved before pages had their present names lead to those pages', async ({
  adminPage: page,
  browser,
  console: { origin },
}) => {
  for (const [saved, now] of [
    ['/records?group=signIns', '/audit-log?group=signIns'],
    ['/bulk', '/batches'],
    ['/bulk/new?from=numbers', '/batches/new?from=numbers'],
    ['/settings', '/connection'],
  ]) {
    await page.goto(`${origin}${saved}`);
    await expect(page).toHaveURL(`${origin}${now}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${origin}/records?group=signIns`);
  await expect(stranger).toHaveURL(
    `${origin}/sign-in?next=${encodeURIComponent('/audit-log?group=signIns')}`,
  );
  await stranger.context().close();
});
