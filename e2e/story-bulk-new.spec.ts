import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { arrivalsOf, bindNumber, fieldsOf, mainLine } from '#e2e/bind-steps.ts';
import { listenForComplaints } from '#e2e/complaints.ts';
import { expect, test } from '#e2e/fixtures.ts';

// Many numbers at once: lines in, a dry run that sends nothing, mended in place, then sent with one button.

test.describe.configure({ timeout: 180_000 });

const old = 'https://old.acme.com/in';
const next = 'https://hooks.acme.com/in';

const lineOf = (page: Page, line: number) =>
  page.getByRole('listitem').filter({ has: page.getByText(`Line ${line}`, { exact: true }) });
const kindOf = (page: Page, name: string, count: number) =>
  page.getByRole('radio', { name: `${name} ${count}`, exact: true });
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Lines to bind' });
const fileOf = (page: Page) => page.getByLabel('Choose a file');
const sendOf = (page: Page) => page.getByRole('button', { name: /^Send/ });
const appOf = (page: Page) => page.getByRole('combobox', { name: 'App for lines without one' });
const statusOf = (page: Page) => page.getByRole('status').filter({ hasText: 'will bind' });

/** Opens the page, chooses the app and pastes lines. */
async function dryRun(page: Page, origin: string, lines: string[]): Promise<void> {
  await page.goto(`${origin}/bulk/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  await textOf(page).fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Check lines' }).click();
  await expect(statusOf(page)).toBeVisible();
}

test('every line shows what it would change; invalid ones are mended in place, and only the button sends', async ({
  adminPage: page,
  console: running,
}) => {
  const complaints = listenForComplaints(page);
  const bound = '0086075586081101';
  const same = '0086075586081102';
  const fresh = '0086075586081103';
  const broken = '0086075586081104';
  const double = '0086075586081105';
  await bindNumber(page, running.origin, { number: bound, url: old });
  await bindNumber(page, running.origin, { number: same, url: next });
  const before = (await running.simulator.control.log()).length;

  await page.goto(`${running.origin}/bulk/new`);
  await expect(page.getByText('At most 5 MiB, 20,000 lines, 20 columns and 4 KiB in a field.')).toBeVisible();
  await page.getByRole('button', { name: 'Check lines' }).click();
  await expect(textOf(page)).toBeFocused();
  await expect(page.getByText('Paste some lines first, or choose a file.')).toBeVisible();
  await expectForEveryone(page, 'bulk, empty');

  await dryRun(page, running.origin, [
    'number,callback_url',
    `${bound},${next}`,
    `${same},${next}`,
    `${fresh},${next}`,
    `${broken},hooks.acme.com/in`,
    `${double},${next}`,
    `${double},${next}`,
    `${double}x,${next}`,
  ]);
  await expect(page.getByRole('heading', { name: 'Dry run' })).toBeFocused();
  await expect(kindOf(page, 'All', 7)).toBeChecked();
  await expect(lineOf(page, 2)).toContainText('Replaces');
  await expect(lineOf(page, 2).getByRole('deletion')).toHaveText(old);
  await expect(lineOf(page, 2)).toContainText('Set by ');
  await expect(lineOf(page, 3)).toContainText('Unchanged');
  await expect(lineOf(page, 4)).toContainText('Never set here');
  await expect(lineOf(page, 5)).toContainText('Start the address with https://');
  await expect(lineOf(page, 7)).toContainText('Same as line 6: sent once');
  await expectForEveryone(page, 'bulk, dry run');

  await kindOf(page, 'Invalid', 2).check();
  await expect(lineOf(page, 2)).toHaveCount(0);
  const edit = page.getByRole('button', { name: /Edit URL of line 5/ });
  await edit.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Callback URL of line 5' });
  await expect(field).toBeFocused();
  await field.fill('nonsense');
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
  await expect(lineOf(page, 5)).toContainText('hooks.acme.com/in');
  await page.keyboard.press('Enter');
  await field.fill(next);
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Invalid', 1)).toBeVisible();
  await expect(lineOf(page, 5)).toContainText('Will bind');
  await page.getByRole('button', { name: 'Remove line 8' }).click();
  await expect(kindOf(page, 'Invalid', 0)).toBeVisible();
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(kindOf(page, 'Invalid', 1)).toBeVisible();

  expect((await running.simulator.control.log()).length).toBe(before);
  await expect(page.getByText('1 invalid line stays out. 1 unchanged line stays out.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('OPS-77');
  await page.getByRole('button', { name: 'Send 4 changes' }).click();
  await page.waitForURL(/\/bulk\/[0-9a-f-]{36}$/);
  await expect.poll(async () => (await arrivalsOf(running, broken)).length).toBe(1);
  await expect.poll(async () => (await arrivalsOf(running, double)).length).toBe(1);
  expect(await arrivalsOf(running, same)).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('lines that contradict each other are refused until one is chosen', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586082101';
  await dryRun(page, running.origin, [`${number},${old}`, `0755-86082101,${next}`]);
  await expect(kindOf(page, 'Duplicate', 2)).toBeVisible();
  await expect(lineOf(page, 2)).toContainText('Says something else than line 1. Choose one of the two.');
  await sendOf(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose one of each');
  await lineOf(page, 2).getByRole('button', { name: 'Use this line' }).click();
  await expect(lineOf(page, 1)).toHaveCount(0);
  await expect(lineOf(page, 2)).toContainText('Will bind');
  await expect(page.getByRole('button', { name: 'Send 1 change' })).toBeVisible();
  expect(await arrivalsOf(running, number)).toEqual([]);
});

test('over fifty lines the count is typed, and a file brings its columns to be corrected', async ({
  adminPage: page,
  console: running,
}) => {
  const lines = Array.from({ length: 60 }, (_, n) => `008607558609${1000 + n};Desk ${n};${next}`);
  await page.goto(`${running.origin}/bulk/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  await fileOf(page).setInputFiles({
    name: 'desks.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Anschluss;Platz;Ziel', ...lines].join('\r\n')),
  });
  await expect(page.getByText('File desks.csv')).toBeVisible();
  await page.getByText(/^Columns/).click();
  await page.getByRole('checkbox', { name: 'The first line is a header' }).check();
  await expect(page.getByRole('combobox', { name: 'Column Anschluss' })).toHaveValue('number');
  await expect(kindOf(page, 'Will bind', 60)).toBeVisible();
  await expectForEveryone(page, 'bulk, columns');
  await page.getByRole('combobox', { name: 'Column Ziel' }).selectOption('Not used');
  await expect(kindOf(page, 'Invalid', 60)).toBeVisible();
  await page.getByRole('textbox', { name: 'Callback URL for lines without one' }).fill(old);
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Will bind', 60)).toBeVisible();

  await expect(page.getByText(/^About \d+ s for 60 numbers/)).toBeVisible();
  await sendOf(page).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeFocused();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('Type 60 to confirm');
  await page.getByRole('textbox', { name: 'Type 60 to confirm' }).fill('60');
  await page.getByRole('button', { name: 'Send 60 changes' }).click();
  await page.waitForURL(/\/bulk\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'desks.csv' })).toBeVisible();
});

test('a file that cannot be read says where and why, and what was typed stays', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bulk/new`);
  await expect(textOf(page)).toBeEnabled();
  await textOf(page).fill('0755 86013388');
  const alert = page.getByRole('main').getByRole('alert');
  const choose = (name: string, buffer: Buffer) =>
    fileOf(page).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await choose('open.csv', Buffer.from('number,url\n"0755 86013388,https://a.acme.com/\n'));
  await expect(alert).toContainText('Line 2, column 1: this quote is never closed.');
  await choose('sheet.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]));
  await expect(alert).toContainText('This file is no text.');
  await choose('large.csv', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'));
  await expect(alert).toContainText('larger than 5 MiB');
  await expect(textOf(page)).toHaveValue('0755 86013388');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a template' }).click();
  expect((await download).suggestedFilename()).toBe('patchboard-batch.csv');
});

test('a number that somebody changes after the dry run is marked, nothing is sent, and nothing typed is lost', async ({
  adminPage: page,
  colleaguePage,
  console: running,
}) => {
  const number = '0086075586041001';
  const other = '0086075586041002';
  await dryRun(page, running.origin, [`${number},${next}`, `${other},${next}`]);
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('OPS-78');
  await bindNumber(colleaguePage, running.origin, { number, url: old });
  await sendOf(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '1 number was changed by somebody meanwhile. Nothing was sent.',
  );
  await expect(lineOf(page, 1)).toContainText('Changed meanwhile');
  await expect(lineOf(page, 1).getByRole('deletion')).toHaveText(old);
  await expect(lineOf(page, 1)).toContainText('Set by Cleo Colleague');
  await expect(page.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('OPS-78');
  expect(await arrivalsOf(running, other)).toEqual([]);
  await expectForEveryone(page, 'bulk, changed meanwhile');
  await page.getByRole('button', { name: 'Send 2 changes' }).click();
  await page.waitForURL(/\/bulk\/[0-9a-f-]{36}$/);
});

test('numbers of the board come with their URLs, which are replaced in one go', async ({
  adminPage: page,
  console: running,
}) => {
  const numbers = ['0086075586051001', '0086075586051002'];
  for (const number of numbers)
    await bindNumber(page, running.origin, { number, url: `https://moving.acme.com/${number}` });
  await page.goto(`${running.origin}/numbers?host=moving.acme.com`);
  await page.getByRole('link', { name: 'Change URLs of these in bulk' }).click();
  await page.waitForURL('**/bulk/new?from=numbers&host=moving.acme.com');
  await expect(kindOf(page, 'Unchanged', 2)).toBeVisible();
  await page.getByText('Change all URLs at once').click();
  await page.getByRole('textbox', { name: 'Find in URLs' }).fill('moving.acme.com');
  await expect(page.getByText('Found in 2 lines')).toBeVisible();
  await page.getByRole('textbox', { name: 'Replace with' }).fill('moved.acme.com');
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Replaces', 2)).toBeVisible();
  await page.getByRole('button', { name: 'Send 2 changes' }).click();
  await page.waitForURL(/\/bulk\/[0-9a-f-]{36}$/);
  for (const number of numbers)
    await expect
      .poll(() => running.simulator.control.boundUrl(mainLine, number))
      .toBe(`https://moved.acme.com/${number}`);
});

test('several numbers in the bind form lead to a batch with app and URL', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bind`);
  const fields = fieldsOf(page);
  await expect(fields.review).toBeEnabled();
  await fields.app.selectOption(mainLine);
  await fields.url.fill(next);
  await fields.number.fill('0755-86081601; 0755-86081602; 0755-86081603');
  await page.getByRole('link', { name: 'Bind 3 numbers in bulk' }).click();
  await page.waitForURL('**/bulk/new?from=bind');
  await expect(kindOf(page, 'Will bind', 3)).toBeVisible();
  await expect(lineOf(page, 1)).toContainText('hooks.acme.com');
});

test('twenty thousand lines: only those in sight are drawn, the last is reached, and the longest task is told', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bulk/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
  });
  const lines = Array.from({ length: 20_000 }, (_, n) => `00860755${80_000_000 + n},${next}`);
  await fileOf(page).setInputFiles({
    name: 'many.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['number,callback_url', ...lines].join('\n')),
  });
  await expect(statusOf(page)).toContainText('20,000 will bind', { timeout: 60_000 });
  await page.getByRole('region', { name: 'Lines of the dry run' }).evaluate((box) => {
    box.scrollTop = box.scrollHeight;
  });
  await expect(lineOf(page, 20_001)).toHaveCount(0);
  await expect(page.getByText('Line 20,001', { exact: true })).toBeAttached();
  expect(await page.getByRole('listitem').count()).toBeLessThan(60);
  const longest = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
  );
  // How long depends on the machine, so it is told and not judged.
  console.log(`longest task of the page at 20,000 lines: ${longest} ms`);
});

test('support gets neither the page nor the buttons that lead to it', async ({
  supportPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bulk/new`);
  await expect(page.getByRole('heading', { name: 'Your role can’t open this page' })).toBeVisible();
  await expect(textOf(page)).toHaveCount(0);
  await page.goto(`${origin}/numbers`);
  await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change URLs of these in bulk' })).toHaveCount(0);
  for (const path of ['/api/batches/source', '/api/batches/01890a5d-ac96-774b-bcce-b302099a8057/undo'])
    expect((await page.request.get(`${origin}${path}`)).status()).toBe(403);
});
