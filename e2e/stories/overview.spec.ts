import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { pressShortcut } from '#e2e/keys.ts';
import { bindNumber, confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';
import { admit, sam } from '#e2e/steps/people-steps.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';

// What a person sees on arriving: what went how, what is open, what changed last, whether the provider answers.

test.describe.configure({ mode: 'serial' });

/** A console of its own: it begins with nothing bound. */
let running: Console;
let page: Page;
let supportPage: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  running = await serve();
  page = await (await browser.newContext()).newPage();
  await signIn(page, running.origin, admin);
  supportPage = await admit(browser, page, { origin: running.origin, person: sam });
});
test.afterAll(async () => {
  await Promise.all([page?.context().close(), supportPage?.context().close()]);
  await running?.stop();
});

const url = 'https://overview.acme.com/in';
const [bound, refused, open] = ['0086075586062001', '0086075586062002', '0086075586062003'];
const region = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });

test('an empty console names the one next action, and claims nothing about the provider', async () => {
  const complaints = listenForConsoleErrors(page);
  await expect(supportPage).toHaveURL(`${running.origin}/`);
  await page.goto(`${running.origin}/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: 'Bind a number' })).toHaveAttribute('href', '/bind');
  await expect(region(page, 'Connection')).toContainText('Not known: nothing was sent to it yet.');
  await expect(region(page, 'Connection')).toContainText('Not known: no answer has told yet.');
  await expectForEveryone(page, 'overview, empty');

  await supportPage.goto(`${running.origin}/`);
  await expect(supportPage.getByText('A row appears here as soon as an admin binds a number.')).toBeVisible();
  await expect(supportPage.getByRole('main').getByRole('link', { name: /bind/i })).toHaveCount(0);
  await expect(supportPage.getByRole('button', { name: /check/i })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('outcomes lead to their rows, and an unknown one stands first until it is settled', async () => {
  const complaints = listenForConsoleErrors(page);
  const { control } = running.simulator;
  await bindNumber(page, running.origin, { number: bound, url });
  await control.addFault({
    when: { number: refused },
    fault: { kind: 'code', applied: false, code: 'OperationDenied' },
  });
  await confirmOf(await reviewBinding(page, running.origin, { number: refused, url })).click();
  await expectResult(page, 'Refused');
  await control.addFault({ when: { number: open }, fault: { kind: 'reset', applied: true } });
  await confirmOf(await reviewBinding(page, running.origin, { number: open, url })).click();
  await expectResult(page, 'Outcome unknown');

  await page.getByRole('link', { name: 'Patchboard' }).click();
  const card = region(page, '1 number whose outcome is unknown');
  await expect(card).toContainText('or bind it with the URL');
  await expect(card.getByRole('link', { name: `Open the entry of ${open}` })).toBeVisible();
  await expect(region(page, 'Connection')).toContainText('No answer to the last request');
  await expect(region(page, 'Connection')).toContainText('Last answer');
  await expect(region(page, 'Connection')).toContainText('Right within a minute');
  await expect(region(page, 'Last changes').getByRole('row')).toHaveCount(4);
  await expectForEveryone(page, 'overview');

  await supportPage.goto(`${running.origin}/`);
  await expect(supportPage.getByText('An admin settles it')).toBeVisible();
  const counts = region(supportPage, 'Outcomes');
  await expect(counts.getByRole('row', { name: /Bound/ }).getByRole('link')).toHaveText(['1', '1']);
  await counts.getByRole('link', { name: '1 Refused, Last 24 hours: show in history' }).click();
  await expect(supportPage).toHaveURL(/\/history\?outcome=refused&from=/);
  await expect(supportPage.getByRole('row').filter({ hasText: refused })).toHaveCount(1);
  await supportPage.goto(`${running.origin}/`);
  await supportPage.getByRole('link', { name: `Open the entry of ${open}` }).click();
  await expect(supportPage.getByRole('heading', { level: 1 })).toHaveText('Change of 0086 0755 8606 2003');

  // The open overview of the other person finds out by itself.
  await supportPage.goto(`${running.origin}/`);
  await bindNumber(page, running.origin, { number: open, url: `${url}/2` });
  await expect(region(supportPage, '1 number that is not settled')).toBeVisible({ timeout: 20_000 });
  await expect(region(supportPage, '1 number whose outcome is unknown')).toHaveCount(0);
  await expect(region(supportPage, 'Connection')).not.toContainText('No answer to the last request');
  expect(complaints).toEqual([]);
});

test('the key is checked here too, and the check is told to others with its time', async () => {
  await page.goto(`${running.origin}/`);
  await page.getByRole('button', { name: 'Check credentials' }).click();
  await expect(region(page, 'Connection').getByText('The key works', { exact: true })).toBeVisible();
  await expectForEveryone(page, 'overview, key checked');
  await supportPage.goto(`${running.origin}/`);
  await expect(region(supportPage, 'Connection')).toContainText(/Key checked\s*it works · 20\d\d-/);
});

test('G and the letter O lead here from anywhere', async () => {
  const page = supportPage;
  await page.goto(`${running.origin}/history`);
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await pressShortcut(page, 'g o', page.getByRole('heading', { level: 1, name: 'Overview' }));
});

test('the overview speaks Chinese', async () => {
  const page = supportPage;
  await page.goto(`${running.origin}/`);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
  await expect(region(page, '连接')).toContainText('误差在一分钟以内');
  await page.getByRole('combobox', { name: '语言' }).selectOption('en');
});
