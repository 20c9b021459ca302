import { cpSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { expectCount, landlines, openNewBatch } from '#e2e/steps/batch-steps.ts';
import { admit, sam } from '#e2e/steps/people-steps.ts';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { admin, type Console, freePort, serve } from '#lib/testing/console.ts';
import { end } from '#lib/testing/ready-process.ts';

// A console whose database was put back from a copy: it says so, sends nothing, and a person decides how it goes on.

test.describe.configure({ mode: 'serial' });

let dataDir: string;
let simulator: Simulator;
let running: Console;
let page: Page;
let supportPage: Page;
let batchId: string;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  dataDir = await mkdtemp(join(tmpdir(), 'patchboard-restored-'));
  simulator = await startSimulator();
  const again = { dataDir, port: await freePort(), sharedSimulator: simulator };
  running = await serve(again);
  page = await (await browser.newContext()).newPage();
  await signIn(page, running.origin, admin);
  supportPage = await admit(browser, page, { origin: running.origin, person: sam });
  const lines = { numbers: landlines(60_001, 50), url: 'https://restored.acme.com/in' };
  batchId = await openNewBatch(page, running.origin, lines);
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /^[1-9]\d* of 50/);
  await end(running.process);

  const database = join(dataDir, 'database');
  cpSync(database, join(dataDir, 'copy'), { recursive: true });
  rmSync(database, { recursive: true });
  renameSync(join(dataDir, 'copy'), database);
  running = await serve(again);
});
test.afterAll(async () => {
  await Promise.all([page, supportPage].map((each) => each?.context().close()));
  await running?.stop();
  await simulator?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const notice = /^Restored from a copy of 20.*: \d+ numbers may differ from the provider$/;
const takeAway = { name: 'Take this notice away' };
const speak = (page: Page, from: string, to: string) =>
  page.getByRole('combobox', { name: from }).selectOption(to);

test('the overview says so to everybody, in both languages, and lists the numbers', async () => {
  const complaints = listenForConsoleErrors(page);
  for (const each of [page, supportPage]) {
    await each.goto(`${running.origin}/`);
    await expect(each.getByText(notice)).toBeVisible();
    await expect(each.getByText('1 batch was paused and waits until somebody resumes it.')).toBeVisible();
  }
  await expect(supportPage.getByRole('button', takeAway)).toHaveCount(0);
  await expect(supportPage.getByText('An admin looks into it')).toBeVisible();
  await expectForEveryone(page, 'overview, restored');
  await speak(page, 'Language', 'zh-CN');
  await expect(page.getByText(/^已从 20.* 的副本恢复：\d+ 个号码可能与腾讯云不一致$/)).toBeVisible();
  await speak(page, '语言', 'en');
  await page.getByRole('link', { name: 'Show these numbers' }).click();
  await expect(page).toHaveURL(`${running.origin}/numbers?label=set&label=unknown`);
  await expect(page.getByRole('link', { name: /0086 0755 8616 0001/ }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('its batch stands still, says why in both languages, and goes on when an admin resumes it', async () => {
  const complaints = listenForConsoleErrors(page);
  await page.goto(`${running.origin}/batches/${batchId}`);
  const main = page.getByRole('main');
  await expect(main.getByText('Paused by itself: nothing is sent until somebody resumes it.')).toBeVisible();
  await expect(main.getByText('The database was restored from a copy')).toBeVisible();
  await expectForEveryone(page, 'batch, restored');
  await speak(page, 'Language', 'zh-CN');
  await expect(main.getByText('数据库已从副本恢复')).toBeVisible();
  await speak(page, '语言', 'en');
  await page.getByRole('button', { name: 'Resume' }).click();
  await expectCount(page, 'Bound', 50, 60_000);
  await expect(main.getByText('Done: every line is bound.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an admin takes the notice away for everybody, and that is recorded', async () => {
  const complaints = listenForConsoleErrors(page);
  await supportPage.goto(`${running.origin}/`);
  await expect(supportPage.getByText(notice)).toBeVisible();
  await page.goto(`${running.origin}/`);
  await page.getByRole('button', takeAway).click();
  await expect(page.getByText(notice)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused();
  await expect(supportPage.getByText(notice)).toHaveCount(0, { timeout: 30_000 });
  await page.goto(`${running.origin}/audit-log`);
  await expect(
    page.getByText(/^Took away the notice that the database was restored from a copy/),
  ).toBeVisible();
  await expectForEveryone(page, 'records, a setback');
  expect(complaints).toEqual([]);
});
