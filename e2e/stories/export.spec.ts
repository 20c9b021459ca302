import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { readSheet } from 'read-excel-file/universal';
import { callAction, returnedBy } from '#e2e/attack/call.ts';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { bindNumber } from '#e2e/steps/bind-steps.ts';
import { fileOf, kindOf, lineOf, textOf } from '#e2e/steps/new-batch-steps.ts';
import { readCsv } from '#lib/domain/csv.ts';

// Support takes out what history shows; the file holds it all, survives a spreadsheet, and stands in the records.

const host = 'export.acme.com';
const number = '0086075586027901';
const formula = '=HYPERLINK("https://evil.example","click")';

const openQuestion = async (page: Page, search: string) => {
  await page.goto(search);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Export [\d,]+ rows?\?$/ });
  await expect(dialog).toBeVisible();
  return dialog;
};

async function downloaded(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), address: download.url(), text };
}

function linesOf(text: string): Record<string, string | null | undefined>[] {
  const rows = readCsv(text);
  if (!rows.ok) throw new Error(`Line ${rows.problem.line} is no CSV.`);
  const [head = [], ...lines] = rows.value;
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
}

test('the file holds every row of the filters, with its zeros, without formulas and without secrets', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const seeds = Array.from({ length: 27 }, (_, at) => ({
    number: `00860755860271${String(at).padStart(2, '0')}`,
    url: `https://${host}/in?token=word-${at}`,
  }));
  await seedHistory(adminPage, running.origin, seeds);
  await bindNumber(adminPage, running.origin, { number, url: `https://${host}/in`, reason: formula });

  const dialog = await openQuestion(page, `${running.origin}/history?q=${host}&outcome=bound`);
  await expect(dialog).toHaveAccessibleName('Export 28 rows?');
  await expect(dialog).toContainText(`Search: “${host}”`);
  await expect(dialog).toContainText('Outcome: Bound');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const csv = await downloaded(page, () => dialog.getByRole('button', { name: 'Export 28 rows' }).click());
  await expect(dialog).toBeHidden();
  await expect(page.locator('body > * [data-live="polite"]').first()).toHaveText('The download has started.');

  expect(csv.name).toMatch(/^patchboard-history_start_\d{4}-\d\d-\d\dT\d{4}_Asia-Shanghai\.csv$/);
  expect(csv.text.startsWith('\ufeff')).toBe(true);
  expect(csv.text).toContain(`"'${number}"`);
  expect(csv.text).toContain(`"'=HYPERLINK(""https://evil.example"",""click"")"`);
  expect(csv.text).not.toContain('word-');
  const lines = linesOf(csv.text);
  expect(lines.map((line) => line.number)).toEqual([number, ...seeds.map((seed) => seed.number).reverse()]);
  expect(lines[0]).toMatchObject({ outcome: 'bound', reason: formula, callback_url: `https://${host}/in` });
  expect(lines[1]).toMatchObject({ callback_url: `https://${host}/in?token=***` });
  const local = lines[0]?.['time_local (Asia/Shanghai)'] ?? '';
  expect(new Date(`${local.replace(' ', 'T')}+08:00`).getTime()).toBe(
    Math.floor(Date.parse(lines[0]?.time_utc ?? '') / 1000) * 1000,
  );

  const again = await openQuestion(page, `${running.origin}/history?q=${number}`);
  await again.getByRole('radio', { name: 'JSON lines' }).check({ force: true });
  const json = await downloaded(page, () => again.getByRole('button', { name: 'Export 1 row' }).click());
  expect(json.name).toMatch(/\.jsonl$/);
  expect(JSON.parse(json.text)).toMatchObject({ number, reason: formula, zone: 'Asia/Shanghai' });
});

test('an Excel file opens with its zeros and times, runs nothing, and both files read back as lines of a batch', async ({
  adminPage: page,
  console: running,
}) => {
  const own = 'xlsx.acme.com';
  const bound = '0086075586027601';
  await bindNumber(page, running.origin, { number: bound, url: `https://${own}/in`, reason: formula });
  const dialog = await openQuestion(page, `${running.origin}/history?q=${own}`);
  await dialog.getByRole('radio', { name: 'Excel (.xlsx)' }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export 1 row' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^patchboard-history_.*\.xlsx$/);
  const workbook = await download.path();
  const [head = [], row = []] = await readSheet(new Blob([new Uint8Array(await readFile(workbook))]));
  const cellOf = (name: string) => row[head.indexOf(name)];
  expect([cellOf('number'), cellOf('reason'), cellOf('callback_url')]).toEqual([
    ...[bound, formula, `https://${own}/in`],
  ]);
  expect(cellOf('time_utc')).toBeInstanceOf(Date);
  const again = await openQuestion(page, `${running.origin}/history?q=${own}`);
  const csv = await downloaded(page, () => again.getByRole('button', { name: 'Export 1 row' }).click());

  for (const file of [
    { name: 'history.xlsx', mimeType: '', buffer: await readFile(workbook) },
    { name: 'history.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.text) },
  ]) {
    await page.goto(`${running.origin}/batches/new`);
    await expect(textOf(page)).toBeEnabled();
    await fileOf(page).setInputFiles(file);
    await expect(kindOf(page, 'Unchanged', 1)).toBeVisible();
    await expect(lineOf(page, 2)).toContainText(`${own}/in`);
    // Else the page keeps these lines for the next visit.
    await page.getByRole('button', { name: 'Start over with other lines' }).click();
    await expect(textOf(page)).toBeEnabled();
  }
});

test('everything is asked for once more, nothing is not offered, and each export is recorded', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await seedHistory(page, running.origin, [{ number: '0086075586027801', url: `https://all.acme.com/in` }]);
  const dialog = await openQuestion(page, `${running.origin}/history`);
  await expect(dialog).toContainText('None: the whole history');
  await dialog.getByRole('button', { name: /^Export [\d,]+ rows?$/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('No filter is set');
  const file = await downloaded(page, () =>
    dialog.getByRole('button', { name: 'Export everything' }).click(),
  );
  expect(linesOf(file.text).map((line) => line.number)).toContain('0086075586027801');

  expect((await page.request.get(file.address)).status()).toBe(404);

  await page.goto(`${running.origin}/history?q=nobody-has-this.acme.com`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const none = page.getByRole('dialog', { name: 'Nothing to export' });
  await expect(none.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(none.getByRole('button', { name: /^Export/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();

  const filtered = await openQuestion(supportPage, `${running.origin}/history?q=all.acme.com&outcome=bound`);
  await downloaded(supportPage, () => filtered.getByRole('button', { name: 'Export 1 row' }).click());
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Audit log' }).click();
  const newest = page.getByRole('row').nth(1);
  const before = page.getByRole('row').nth(2);
  await expect(newest).toContainText('Sam Support');
  await expect(newest).toContainText('Exported 1 row as CSV');
  await expect(newest).toContainText('Search: “all.acme.com” · Outcome: Bound');
  await expect(before).toContainText(/Exported [\d,]+ rows? as CSV/);
  await expect(before).toContainText('No filter');
  await newest.getByRole('link', { name: 'Show the rows' }).click();
  await expect(page).toHaveURL(`${running.origin}/history?q=all.acme.com&outcome=bound`);

  await expect(supportPage.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
  await supportPage.goto(`${running.origin}/audit-log`);
  await expect(supportPage.getByRole('heading', { name: 'Your role can’t open this page' })).toBeVisible();
});

test('a file is fetched by whoever asked for it, once', async ({
  adminPage,
  supportPage,
  console: running,
}) => {
  await seedHistory(adminPage, running.origin, [
    { number: '0086075586027901', url: 'https://own.acme.com/' },
  ]);
  const cookies = await adminPage.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const wish = { search: { q: 'own.acme.com' }, format: 'csv', zone: 'UTC' };
  const { id } = returnedBy<{ id: string }>(
    await callAction(running.origin, 'startExport', [wish], { cookie }),
  );
  const address = `${running.origin}/api/exports/${id}`;
  expect((await supportPage.request.get(address)).status()).toBe(404);
  const own = await adminPage.request.get(address);
  expect([own.status(), linesOf(await own.text()).length]).toEqual([200, 1]);
  expect((await adminPage.request.get(address)).status()).toBe(404);
});

/** Asks for an export and keeps its turn, as a dialog does whose browser is slow to fetch; gives what fetches it. */
async function keepTurn(page: Page, origin: string): Promise<() => Promise<number>> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const wish = { search: { q: 'turn.acme.com' }, format: 'csv', zone: 'UTC' };
  const ready = returnedBy<{ id: string; place: object | null }>(
    await callAction(origin, 'startExport', [wish], { cookie }),
  );
  expect(ready.place).toBeNull();
  const asking = setInterval(
    () => void page.request.get(`${origin}/api/exports/${ready.id}/turn`).catch(() => null),
    1_000,
  );
  return async () => {
    clearInterval(asking);
    return (await page.request.get(`${origin}/api/exports/${ready.id}`)).status();
  };
}

test('a third export waits for its turn, says so, and begins by itself', async ({
  adminPage,
  colleaguePage,
  supportPage: page,
  console: running,
}) => {
  const { origin } = running;
  await seedHistory(adminPage, origin, [{ number: '0086075586027991', url: 'https://turn.acme.com/in' }]);
  const dialog = await openQuestion(page, `${origin}/history?q=turn.acme.com`);
  const fetchFirst = await keepTurn(adminPage, origin);
  const fetchSecond = await keepTurn(colleaguePage, origin);

  await dialog.getByRole('button', { name: 'Export 1 row' }).click();
  const status = dialog.getByRole('status').filter({ hasText: 'Waiting for its turn' });
  await expect(status).toContainText('This server is writing 2 other files, and writes two at a time.');
  await expect(status).toContainText('Yours is next.');
  await expect(dialog.getByRole('button', { name: 'Export 1 row' })).toHaveCount(0);
  await expectForEveryone(page, 'export, waiting');

  // Who does not wait gives the place up, and may ask again.
  await dialog.getByRole('button', { name: 'Do not wait' }).click();
  await expect(dialog).toBeHidden();
  const again = await openQuestion(page, `${origin}/history?q=turn.acme.com`);
  await again.getByRole('button', { name: 'Export 1 row' }).click();
  await expect(status).toContainText('Waiting for its turn');

  const download = page.waitForEvent('download');
  expect(await fetchFirst()).toBe(200);
  expect(linesOf(await readFile(await (await download).path(), 'utf8'))).toHaveLength(1);
  await expect(again).toBeHidden();
  await expect(page.locator('body > * [data-live="polite"]').first()).toHaveText('The download has started.');
  expect(await fetchSecond()).toBe(200);
});

test('for everyone, in both languages', async ({ adminPage: page, console: running }) => {
  const complaints = listenForConsoleErrors(page);
  await seedHistory(page, running.origin, [
    { number: '0086075586027951', url: 'https://everyone-export.acme.com/in' },
  ]);
  const dialog = await openQuestion(page, `${running.origin}/history`);
  await expectForEveryone(page, 'export, question');
  await dialog.getByRole('button', { name: /^Export [\d,]+ rows?$/ }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectForEveryone(page, 'export, asked once more');
  await downloaded(page, () => dialog.getByRole('button', { name: 'Export everything' }).click());
  await page.goto(`${running.origin}/audit-log`);
  await expect(page.getByRole('table', { name: 'What was recorded, newest first' })).toBeVisible();
  await expectForEveryone(page, 'records');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  await expect(page.getByRole('heading', { name: '审计日志' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('格式导出了');
  await expectForEveryone(page, 'records, Chinese');
  await page.goto(`${running.origin}/history`);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByRole('dialog', { name: /^导出 \d+ 行？$/ })).toBeVisible();
  await expectForEveryone(page, 'export, Chinese');
  expect(complaints).toEqual([]);
});
