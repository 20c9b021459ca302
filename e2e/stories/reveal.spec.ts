import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { callAction, codeOf } from '#e2e/attack/call.ts';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import {
  confirmOf,
  expectResult,
  fieldsOf,
  fillBind,
  openReview,
  reviewBinding,
} from '#e2e/steps/bind-steps.ts';
import { readCsv } from '#lib/domain/csv.ts';

// Secrets in URLs: hidden from everybody who reads, one at a time for an admin, and who looked is recorded.

const number = '0086075586028801';
const old = 'https://secret.acme.com/in?token=hush-old';
const rotated = 'https://secret.acme.com/in?token=hush-new';
const shown = 'https://secret.acme.com/in?token=***';

/** Binds the number twice, the second time with nothing but another token, and gives the address of the second entry. */
async function rotate(page: Page, origin: string): Promise<string> {
  await confirmOf(await reviewBinding(page, origin, { number, url: old })).click();
  await expectResult(page, 'Bound');
  const dialog = await reviewBinding(page, origin, { number, url: rotated });
  // Who is about to replace it has to see what; nothing else differs.
  await expect(dialog.getByText(old)).toBeVisible();
  await confirmOf(dialog).click();
  const result = await expectResult(page, 'Bound');
  return (await result.getByRole('link', { name: 'View in history' }).getAttribute('href')) ?? '';
}

test('an admin sees one URL whole on request, and that is recorded', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: running.origin });
  const complaints = listenForConsoleErrors(page);
  const entry = await rotate(page, running.origin);
  await page.goto(`${running.origin}/history?q=secret.acme.com`);
  const row = page.getByRole('row').nth(1);
  await expect(row).toContainText(shown);
  await expect(row).toContainText('was the same but for a hidden part');
  await expect(page.locator('body')).not.toContainText('hush');

  await page.goto(`${running.origin}${entry}`);
  const article = page.getByRole('article');
  await expect(article).toContainText('What is hidden differs between the two.');
  await expect(article).toContainText(
    'Only the hidden part differs: each marked *** stands for another value.',
  );
  await expect(article.getByRole('deletion')).toHaveText(shown);
  await expect(article.getByRole('insertion').locator('span', { hasText: '***' })).toHaveText(['***']);
  await expectForEveryone(page, 'an entry that hides secrets');
  await article.getByRole('button', { name: 'Show whole URL' }).click();
  await expect(article.getByText(rotated)).toBeVisible();
  await expect(page.locator('body')).not.toContainText('hush-old');
  await article.getByRole('button', { name: 'Copy URL' }).click();
  await expect(page.locator('[data-live="polite"]').first()).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(rotated);
  await expectForEveryone(page, 'an entry with a URL revealed');
  await article.getByRole('button', { name: 'Hide the secrets again' }).click();
  await expect(page.locator('body')).not.toContainText('hush');

  await page.goto(`${running.origin}/audit-log`);
  const recorded = page.getByRole('row').nth(1);
  await expect(recorded).toContainText('Looked at the whole URL of');
  await expect(recorded).toContainText(number);
  await expect(page.locator('body')).not.toContainText('hush');
  await recorded.getByRole('link', { name: 'Show the entry' }).click();
  await expect(page).toHaveURL(`${running.origin}${entry}`);
  await article.getByRole('button', { name: 'Show both whole' }).click();
  await expect(article.getByText(rotated)).toBeVisible();
  await article.getByRole('button', { name: 'Hide the secrets again' }).click();
  await expect(page.locator('body')).not.toContainText('hush');

  await supportPage.goto(`${running.origin}${entry}`);
  const theirs = supportPage.getByRole('article');
  await expect(theirs).toContainText('Parts that look like secrets are hidden (***).');
  await expect(theirs.getByRole('button', { name: /^Show whole/ })).toHaveCount(0);
  await theirs.getByText('All fields as JSON').click();
  await expect(supportPage.locator('body')).not.toContainText('hush');
  const cookies = await supportPage.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const bindingId = entry.split('/').at(-1);
  const answer = await callAction(running.origin, 'revealUrl', [{ bindingId, which: 'new' }], { cookie });
  expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden']);
  expect(answer.body).not.toContain('hush');
  expect(complaints).toEqual([]);
});

test('a URL copied as it is shown is not bound by mistake', async ({ adminPage: page, console: running }) => {
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number: '0086075586028002', url: shown });
  await fieldsOf(page).review.click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText(
    'A part of this address is hidden (***)',
  );
  await fieldsOf(page).url.fill(rotated);
  await confirmOf(await openReview(page)).click();
  await expectResult(page, 'Bound');
});

test('a restore of a rotated token marks what differs, shows both whole in place, and the export says so', async ({
  adminPage: page,
  console: running,
}) => {
  const [first, second] = [
    'https://secret.acme.com/r?token=hush-one',
    'https://secret.acme.com/r?token=hush-two',
  ];
  const turned = '0086075586028803';
  for (const url of [first, second]) {
    await confirmOf(await reviewBinding(page, running.origin, { number: turned, url })).click();
    await expectResult(page, 'Bound');
  }
  await page.goto(`${running.origin}/history?q=${turned}`);
  await page.getByRole('button', { name: 'Restore this URL' }).last().click();
  const dialog = page.getByRole('dialog', { name: /^Put this URL back on/ });
  await expect(dialog).toContainText('Only the hidden part differs');
  await expect(dialog.getByRole('deletion')).toHaveText('https://secret.acme.com/r?token=***');
  await expect(page.locator('body')).not.toContainText('hush');
  await dialog.getByRole('button', { name: 'Show both whole' }).click();
  await expect(dialog.getByRole('deletion')).toHaveText(second);
  await expect(dialog.getByRole('insertion')).toHaveText(first);
  await dialog.getByRole('button', { name: 'Keep current' }).click();
  await expect(page.locator('body')).not.toContainText('hush');
  await page.goto(`${running.origin}/audit-log`);
  await expect(page.getByRole('row').filter({ hasText: turned })).toHaveCount(2);

  await page.goto(`${running.origin}/history?q=${turned}`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const asked = page.getByRole('dialog', { name: /^Export 2 rows\?$/ });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: 'Export 2 rows' }).click(),
  ]);
  const file = readCsv(await readFile(await download.path(), 'utf8'));
  if (!file.ok) throw new Error(`Line ${file.problem.line} is no CSV.`);
  const [head = [], ...lines] = file.value;
  const columns = ['previous_url', 'callback_url', 'hidden_parts_differ'].map((name) => head.indexOf(name));
  const alike = 'https://secret.acme.com/r?token=***';
  expect(lines.map((line) => columns.map((at) => line[at]))).toEqual([
    [alike, alike, 'yes'],
    [null, alike, 'no'],
  ]);

  await page.goto(`${running.origin}/numbers/1400000000/${turned}`);
  const newest = page.getByRole('article').first();
  await expect(newest).toContainText('Only the hidden part differs');
});

test('a URL selected with the mouse in a table is one text', async ({
  adminPage: page,
  console: running,
}) => {
  const long = `https://select.acme.com/a/${'middle/'.repeat(12)}end?line=main`;
  await confirmOf(
    await reviewBinding(page, running.origin, { number: '0086075586028804', url: long }),
  ).click();
  await expectResult(page, 'Bound');
  for (const path of ['/history?q=select.acme.com', '/numbers?q=select.acme.com']) {
    await page.goto(`${running.origin}${path}`);
    const text = page.getByRole('row').nth(1).getByText(long, { exact: true }).first();
    await text.click({ clickCount: 3, position: { x: 30, y: 8 }, force: true });
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(long);
  }
});
