import { expectForEveryone } from '#e2e/axe.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { landlines, postBatch } from '#e2e/steps/batch-steps.ts';
import { bindNumber, fieldsOf, mainLine } from '#e2e/steps/bind-steps.ts';
import {
  appOf,
  fileOf,
  kindOf,
  lineOf,
  next,
  old,
  sendOf,
  statusOf,
  textOf,
} from '#e2e/steps/new-batch-steps.ts';

// Where the lines of a batch come from: a file, the board, the bind form; many of them; and who may.

test.describe.configure({ timeout: 180_000 });

test('over fifty lines the count is typed, and a file brings its columns to be corrected', async ({
  adminPage: page,
  console: running,
}) => {
  const lines = Array.from({ length: 60 }, (_, n) => `008607558609${1000 + n};Desk ${n};${next}`);
  await page.goto(`${running.origin}/batches/new`);
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
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'desks.csv' })).toBeVisible();
});

test('a file that cannot be read says why and what to do, and what was typed stays', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toBeEnabled();
  await textOf(page).fill('0755 86013388');
  const alert = page.getByRole('main').getByRole('alert');
  const choose = (name: string, buffer: Buffer) =>
    fileOf(page).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await choose('old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  await expect(alert).toContainText('This is a file of the old Excel format (.xls).');
  await choose('other.zip', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]));
  await expect(alert).toContainText('This workbook could not be read.');
  await choose('large.csv', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'));
  await expect(alert).toContainText('The file is larger than 5 MiB: line 1 is the first that is too much.');
  await expect(textOf(page)).toHaveValue('0755 86013388');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a template' }).click();
  expect((await download).suggestedFilename()).toBe('patchboard-batch.csv');
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
  await page.waitForURL('**/batches/new?from=numbers&host=moving.acme.com');
  await expect(kindOf(page, 'Unchanged', 2)).toBeVisible();
  await page.getByText('Change all URLs at once').click();
  await page.getByRole('textbox', { name: 'Find in URLs' }).fill('moving.acme.com');
  await expect(page.getByText('Found in 2 lines')).toBeVisible();
  await page.getByRole('textbox', { name: 'Replace with' }).fill('moved.acme.com');
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Replaces', 2)).toBeVisible();
  await page.getByRole('button', { name: 'Send 2 changes' }).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
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
  await page.waitForURL('**/batches/new?from=bind');
  await expect(kindOf(page, 'Will bind', 3)).toBeVisible();
  await expect(lineOf(page, 1)).toContainText('hooks.acme.com');
});

test('twenty thousand lines: only those in sight are drawn, the last is reached, and the longest task is told', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/batches/new`);
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
  await page.goto(`${origin}/batches/new`);
  await expect(page.getByRole('heading', { name: 'Your role can’t open this page' })).toBeVisible();
  await expect(textOf(page)).toHaveCount(0);
  await page.goto(`${origin}/numbers`);
  await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change URLs of these in bulk' })).toHaveCount(0);
  for (const path of ['/api/batches/source', '/api/batches/01890a5d-ac96-774b-bcce-b302099a8057/undo'])
    expect((await page.request.get(`${origin}${path}`)).status()).toBe(403);
});

test('whoever starts a batch past the screen is refused, and stands in the records', async ({
  adminPage,
  supportPage: page,
  console: { origin },
}) => {
  const lines = { numbers: landlines(34_001, 2), url: next };
  expect(await postBatch(page, origin, lines)).toMatchObject({ status: 403, code: 'forbidden' });
  await adminPage.goto(`${origin}/audit-log`);
  const row = adminPage.getByRole('row').filter({ hasText: 'Denied: tried to start a batch of 2 lines' });
  await expect(row).toContainText('Sam Support');
});
