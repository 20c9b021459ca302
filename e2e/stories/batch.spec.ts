import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import {
  expectCount,
  landlines,
  lineRows,
  openNewBatch,
  seenOf,
  startBatch,
  tileOf,
} from '#e2e/steps/batch-steps.ts';
import { arrivalsOf, bindNumber } from '#e2e/steps/bind-steps.ts';
import { admit, cleo, sam } from '#e2e/steps/people-steps.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';

// A batch while it runs and afterwards: everybody sees the same truth, and an admin decides how it goes on.

test.describe.configure({ mode: 'serial' });

/** A console of its own: it begins without a batch. */
let running: Console;
let page: Page;
let colleaguePage: Page;
let supportPage: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  running = await serve();
  page = await (await browser.newContext()).newPage();
  await signIn(page, running.origin, admin);
  colleaguePage = await admit(browser, page, { origin: running.origin, person: cleo });
  supportPage = await admit(browser, page, { origin: running.origin, person: sam });
});
test.afterAll(async () => {
  await Promise.all([page, colleaguePage, supportPage].map((each) => each?.context().close()));
  await running?.stop();
});

const url = 'https://batches.acme.com/in';
const settled = { timeout: 60_000 };
const controls = /^(Pause|Resume|Stop|Retry .* failed)$/;
/** The sentence that says how the batch stands. */
const sentence = (page: Page) => page.getByRole('main').getByRole('status').first();

test('without a batch the page says what one is, and offers it to admins alone', async () => {
  const complaints = listenForConsoleErrors(page);
  await page.goto(`${running.origin}/batches`);
  await expect(page.getByRole('heading', { name: 'No batch has been run yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'New batch' }).first()).toHaveAttribute('href', '/batches/new');
  await expectForEveryone(page, 'bulk, empty');
  await supportPage.goto(`${running.origin}/batches`);
  await expect(supportPage.getByText('When an admin binds many numbers at once')).toBeVisible();
  await expect(supportPage.getByRole('link', { name: 'New batch' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('two browsers see the same run, and Retry sends exactly the failed lines again, one of them mended', async () => {
  const complaints = listenForConsoleErrors(page);
  const numbers = landlines(1, 60);
  const failing = [numbers[4], numbers[17], numbers[33]] as [string, string, string];
  for (const number of failing)
    await running.simulator.control.addFault({
      when: { number },
      times: 1,
      fault: { kind: 'code', applied: false, code: 'OperationDenied' },
    });
  const id = await openNewBatch(page, running.origin, { numbers, url, title: 'Move to batches' });
  await supportPage.goto(`${running.origin}/batches/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Move to batches' })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();

  for (const each of [page, supportPage]) {
    await expect(sentence(each)).toContainText('Done: 57 of 60 lines are bound.', settled);
    await expectCount(each, 'Refused', 3);
    await expect(each.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /^60 of 60 lines settled/);
  }
  await expect(supportPage.getByRole('button', { name: controls })).toHaveCount(0);
  await expect(supportPage.getByRole('link', { name: 'Undo this batch' })).toHaveCount(0);
  // None of these numbers was ever set before, so there is nothing to go back to, and no way is offered.
  await expect(page.getByText('Nothing in this batch can be put back.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '57 had no earlier URL here' })).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: '3 were refused, so they were never in force' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Undo this batch' })).toHaveCount(0);
  await expectForEveryone(page, 'batch, done');

  await tileOf(page, 'Refused').click();
  await expect(page).toHaveURL(/\?state=refused$/);
  await expect(lineRows(page)).toHaveCount(3);
  await page.reload();
  await expect(tileOf(page, 'Refused')).toHaveAttribute('aria-pressed', 'true');
  await expect(lineRows(page)).toHaveCount(3);
  await expect(lineRows(page).first()).toContainText('The provider does not allow this operation');

  await page.getByRole('button', { name: 'Retry 3 failed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Retry failed lines' });
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Change URL of line 18' }).click();
  const field = dialog.getByRole('textbox', { name: 'New URL of line 18' });
  await expect(field).toBeFocused();
  await field.fill('http://batches.acme.com/in');
  await dialog.getByRole('button', { name: 'Retry 3 lines' }).click();
  await expect(field).toHaveAccessibleDescription(/https/);
  await field.fill(`${url}/mended`);
  await expectForEveryone(page, 'batch, retry');
  await dialog.getByRole('button', { name: 'Retry 3 lines' }).click();
  await expect(dialog).toBeHidden();

  await expect(sentence(supportPage)).toContainText('Done: every line is bound.', settled);
  await expect(sentence(page)).toContainText('Done: every line is bound.');
  for (const [number, wanted] of [
    [failing[0], url],
    [failing[1], `${url}/mended`],
    [failing[2], url],
  ] as const) {
    const arrivals = await arrivalsOf(running, number);
    expect(arrivals.map(({ callbackUrl }) => callbackUrl)).toEqual([url, wanted]);
  }
  expect(await arrivalsOf(running, numbers[0] ?? '')).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('a line leads to its entry, which leads back to the batch, and the report has every line', async () => {
  await page.goto(`${running.origin}/batches`);
  await page.getByRole('link', { name: 'Move to batches' }).click();
  await page.getByRole('link', { name: 'Open the history entry of line 2', exact: true }).click();
  await page.getByRole('link', { name: 'The batch of which this is line 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Move to batches' })).toBeVisible();

  const href = (await supportPage.getByRole('link', { name: 'Report (CSV)' }).getAttribute('href')) ?? '';
  const report = await supportPage.request.get(`${running.origin}${href}`);
  expect(report.headers()['content-type']).toContain('text/csv');
  const [head = '', first = ''] = (await report.text()).split('\r\n');
  expect(head).toMatch(/"settled_utc","settled_local \([^)]+\)"/);
  expect(first).toMatch(/,\d{4}-\d\d-\d\dT[\d:.]+Z,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/);
  expect((await report.text()).trim().split('\r\n')).toHaveLength(61);
});

test('an undo says before it starts which lines it leaves as they are, and its own batch says so afterwards', async () => {
  const complaints = listenForConsoleErrors(page);
  const [known = '', taken = '', ...fresh] = landlines(3001, 4);
  for (const number of [known, taken]) await bindNumber(page, running.origin, { number, url: `${url}/old` });
  const seen = async (number: string) => seenOf(page, running.origin, number);
  const id = await startBatch(page, running.origin, {
    numbers: [known, taken, ...fresh],
    url,
    seen: [await seen(known), await seen(taken), null, null],
  });
  await page.goto(`${running.origin}/batches/${id}`);
  await expect(sentence(page)).toContainText('Done: every line is bound.', settled);
  await bindNumber(colleaguePage, running.origin, { number: taken, url: `${url}/theirs` });
  await page.reload();
  const main = page.getByRole('main');
  await expect(main.getByText('1 of 4 lines can be put back.')).toBeVisible();
  for (const reason of ['2 had no earlier URL here', '1 was changed by somebody since'])
    await expect(main.getByRole('listitem').filter({ hasText: reason })).toBeVisible();
  await expectForEveryone(page, 'batch, partly undoable');

  await page.getByRole('link', { name: 'Undo this batch' }).click();
  const note = main.getByRole('status').filter({ hasText: '1 of 4 lines can be put back.' });
  await expect(note).toContainText('1 was changed by somebody since');
  await note.getByText('Which lines stay out').click();
  await expect(note.getByRole('definition').first()).toContainText('Line 3');
  await expect(page.getByRole('radio', { name: 'Replaces 1', exact: true })).toBeVisible();
  await expectForEveryone(page, 'undo, partly');
  await page.getByRole('button', { name: 'Send 1 change' }).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  for (const each of [page, supportPage]) {
    await each.goto(page.url());
    await expect(each.getByText('Puts back 1 of 4 lines of that batch.')).toBeVisible();
    await expect(each.getByRole('listitem').filter({ hasText: '2 had no earlier URL here' })).toBeVisible();
  }

  // Nothing is left of the first batch that could be put back, and the address of its undo offers nothing either.
  await expect(sentence(page)).toContainText('Done: every line is bound.', settled);
  await page.goto(`${running.origin}/batches/new?undoes=${id}`);
  await expect(main.getByText('Nothing in this batch can be put back.')).toBeVisible();
  await expect(main.getByText('1 has the earlier URL already').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Lines to bind' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('one admin pauses, another resumes; a number changed meanwhile is left alone and said so; Stop keeps the rest unsent', async () => {
  const numbers = landlines(1001, 200);
  const id = await openNewBatch(page, running.origin, { numbers, url });
  await expect(page.getByRole('heading', { level: 1, name: 'Batch of 200 numbers' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(sentence(page)).toContainText('Paused by');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeFocused();
  await expectCount(page, 'Sending', 0);
  await expectForEveryone(page, 'batch, paused');
  const next = await firstQueued(page);

  await bindNumber(colleaguePage, running.origin, { number: numbers[next - 1] ?? '', url: `${url}/theirs` });
  await colleaguePage.goto(`${running.origin}/batches/${id}`);
  await expect(sentence(colleaguePage)).toContainText('Paused by');
  await colleaguePage.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();

  await expectCount(page, 'Not sent', 1, 30_000);
  await page.getByRole('button', { name: 'Stop' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop this batch?' });
  await expect(dialog.getByRole('button', { name: 'Don’t stop' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Stop batch' }).click();
  await expect(sentence(page)).toContainText(/Stopped by .* lines were not sent and stay so\./);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(sentence(colleaguePage)).toContainText('Stopped by');
  await expectCount(page, 'Sending', 0);
  await expectCount(page, 'Queued', 0);

  await tileOf(page, 'Not sent').click();
  await expect(lineRows(page).filter({ hasText: numbers[next - 1] ?? '' })).toContainText(
    'Somebody changed the number after the dry run',
  );
  const bound = Number.parseInt((await tileOf(page, 'Bound').textContent()) ?? '', 10);
  const { bindings } = await running.simulator.control.world();
  expect(
    bindings.filter(({ number, callbackUrl }) => numbers.includes(number) && callbackUrl === url),
  ).toHaveLength(bound);
});

/** The line that is sent next, told by the list of queued ones. */
async function firstQueued(page: Page): Promise<number> {
  await tileOf(page, 'Queued').click();
  await expect(lineRows(page).first()).toContainText('Queued');
  const line = await lineRows(page).first().getAttribute('data-line');
  await tileOf(page, 'All lines').click();
  return Number(line);
}

test('a key that fails pauses the batch with the reason, and one button resumes it', async () => {
  await running.simulator.control.addFault({
    when: {},
    times: null,
    fault: { kind: 'code', applied: false, code: 'AuthFailure.SecretIdNotFound' },
  });
  await openNewBatch(page, running.origin, { numbers: landlines(2001, 12), url });
  await expect(sentence(page)).toContainText('Paused by itself', settled);
  await expect(sentence(page)).toContainText('The provider does not know the SecretId');
  await expectCount(page, 'Refused', 0);
  await running.simulator.control.clearFaults();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(sentence(page)).toContainText('Done: every line is bound.', settled);
});

test('of two thousand lines only those in sight are drawn, up to the last one', async () => {
  const id = await startBatch(page, running.origin, { numbers: landlines(10_001, 2000), url });
  await page.goto(`${running.origin}/batches/${id}`);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop batch' }).click();
  await expect(sentence(page)).toContainText('Stopped by');
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '2001');
  // The page grows while lines come in, so its end moves.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.locator('[data-line="2000"]')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  expect(await page.locator('tbody tr').count()).toBeLessThan(100);
  await expectForEveryone(page, 'batch, its end');
});

test('the batch speaks Chinese, and an unknown one is told as missing', async () => {
  await supportPage.goto(`${running.origin}/batches`);
  await supportPage.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  await supportPage.getByRole('link', { name: 'Move to batches' }).click();
  await expect(sentence(supportPage)).toContainText('已完成：所有行均已绑定。');
  await supportPage.getByRole('combobox', { name: '语言' }).selectOption('en');
  const missing = await supportPage.goto(`${running.origin}/batches/00000000-0000-4000-8000-000000000000`);
  expect(missing?.status()).toBe(404);
  await expect(supportPage.getByRole('heading', { name: 'There is no such batch' })).toBeVisible();
});
