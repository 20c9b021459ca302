import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { layYear, type YearRow, yearApps } from '#e2e/data/seed-year.ts';
import { dayOf, linesOf, newestGroup, subjectOf, timeOf, usersOf } from '#e2e/data/year-facts.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { Keys } from '#e2e/keys.ts';
import { admit, sam } from '#e2e/steps/people-steps.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';

// A year of 50,000 changes by twelve people in three apps, and ten questions of support, each answered by keys alone
// in six interactions at most, beginning on the overview. The answers come from the rows, not from the screen.

test.describe.configure({ mode: 'serial' });

let dataDir: string;
let rows: YearRow[];
let running: Console;
let page: Page;
let keys: Keys;
/** From the last key to the answer. */
let seconds = 0;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  dataDir = await mkdtemp(join(tmpdir(), 'patchboard-year-'));
  rows = await layYear(dataDir, 50_000);
  running = await serve({ dataDir, env: { CCC_SDK_APPS: yearApps }, simulator: { apps: yearApps } });
  const adminPage = await (await browser.newContext()).newPage();
  await signIn(adminPage, running.origin, admin);
  page = await admit(browser, adminPage, { origin: running.origin, person: sam });
  await adminPage.context().close();
});
test.afterAll(async () => {
  await page?.context().close();
  await running?.stop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

test.beforeEach(async () => {
  await page.goto(`${running.origin}/`);
  // The distance from now is drawn by the browser: from here on the page hears keys.
  await expect(
    page
      .getByRole('table', { name: /^Last changes/ })
      .getByText(/ ago$/)
      .first(),
  ).toBeVisible();
  keys = new Keys(page);
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
test.afterEach(({}, { title, status }) => {
  if (status !== 'passed' || keys.count === 0) return;
  console.log(`${keys.count} interactions, ${seconds.toFixed(2)} s to the answer: ${title}`);
  expect(keys.count).toBeLessThanOrEqual(6);
});

/** To be called with the answer just seen. */
const seen = () => {
  seconds = keys.secondsSince;
};

const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
const option = (name: string | RegExp): Locator => page.getByRole('option', { name });
const status = (text: string): Locator => page.getByRole('status').filter({ hasText: text });
const palette = () => page.getByRole('dialog', { name: 'Find or go to' }).getByRole('combobox');

/** From anywhere to the page of a number, which is typed as a caller says it. */
async function openNumber({ number }: YearRow): Promise<void> {
  await keys.shortcut('Control+k', palette());
  await keys.type(number.slice(4).replace(/(\d{4})(\d{4})$/, ' $1 $2'));
  await keys.choose(option(new RegExp(`^Number ${number} `)));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
}

async function findInHistory(text: string): Promise<void> {
  await keys.shortcut('Control+k', palette());
  await keys.type(text);
  await keys.choose(option(`Find “${text}” in history`));
  await expect(page.getByRole('searchbox', { name: 'Search history' })).toHaveValue(text);
}

async function openFilter(): Promise<void> {
  await keys.shortcut('f', page.getByRole('combobox', { name: 'Filter by', exact: true }));
}

async function filterBy(text: string, choice: string | RegExp): Promise<void> {
  await keys.type(text);
  await keys.choose(option(choice));
}

/** History shows these rows, the newest first, and no others. */
async function expectHistory(expected: readonly YearRow[]): Promise<void> {
  const links = page.getByRole('link', { name: /^Open the entry of/ });
  const shown = () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  await expect
    .poll(shown, { intervals: [50] })
    .toEqual(expected.slice(0, 25).map(({ id }) => `/history/${id}`));
  await expect(status(`${expected.length} change`)).toBeVisible();
}

/** The board shows these numbers and no others. */
async function expectBoard(expected: readonly string[]): Promise<void> {
  const links = page.getByRole('row').getByRole('link', { name: /^\d[\d ]*$/ });
  const shown = () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const wanted = expected.slice(0, 25).map((name) => `/numbers/${name.replace(' ', '/')}`);
  await expect.poll(shown, { intervals: [50] }).toEqual(wanted);
  await expect(status(`${expected.length} number`)).toBeVisible();
}

const newestFirst = (found: (row: YearRow) => boolean): YearRow[] => rows.filter(found).toReversed();

test('which numbers point at this host?', async () => {
  const hosts = [...new Set(rows.map(({ callbackHost }) => callbackHost ?? ''))];
  const users = hosts.map((host) => ({ host, names: usersOf(rows, host) }));
  const few = users.filter(({ names }) => names.length > 3).sort((a, b) => a.names.length - b.names.length);
  const { host = '', names = [] } = few[0] ?? {};
  await keys.shortcut('g n', page.getByRole('heading', { level: 1, name: 'Numbers' }));
  await keys.shortcut('/', page.getByRole('searchbox', { name: 'Search numbers' }));
  await keys.type(host);
  await expectBoard(names);
  seen();
});

test('who changed this number last, and when, to the second?', async () => {
  const { last } = subjectOf(rows);
  await openNumber(last);
  const sentence = `Bound to ${last.callbackUrlMasked} since ${timeOf(last.settledAt)}, set by ${last.actorName}.`;
  await expect(region('Now').getByRole('status')).toHaveText(sentence);
  seen();
});

test('what was bound before?', async () => {
  const { last, before } = subjectOf(rows);
  await openNumber(last);
  const newest = region('Timeline').getByRole('article', { name: timeOf(last.createdAt) });
  await expect(newest.getByRole('deletion')).toHaveText(before.callbackUrlMasked ?? '');
  seen();
});

test('what else uses its host?', async () => {
  const { last, host } = subjectOf(rows);
  const users = usersOf(rows, host);
  await openNumber(last);
  await keys.tabTo(
    page.getByRole('link', { name: new RegExp(`other numbers? (was|were) last set to ${host}$`) }),
  );
  await keys.enter();
  await expectBoard(users);
  seen();
});

test('what was bound at 14:05 on a date?', async () => {
  const { last, day, then } = subjectOf(rows);
  const [year, month, date] = day.split('-');
  await openNumber(last);
  const asked = region('What was bound at …?');
  const field = asked.getByLabel(/^Date and time/);
  await keys.tabTo(field);
  await keys.type(`${date}${month}${year}1405`);
  await expect(field).toHaveValue(`${day}T14:05`);
  await keys.enter();
  await expect(asked.getByRole('status')).toContainText(
    `At ${day} 14:05:00 this number was bound to ${then.callbackUrlMasked}, set by ${then.actorName}, ${timeOf(then.settledAt)}.`,
  );
  await expect(asked.getByRole('status')).toContainText('Certain');
  seen();
});

test('was the change of this ticket confirmed?', async () => {
  const ticketOf = ({ reason }: YearRow) => reason?.match(/OPS-\d+$/)?.[0] ?? '';
  const byTicket = Map.groupBy(rows, ticketOf);
  const asked = rows.findLast((row) => row.state === 'unknown' && byTicket.get(ticketOf(row))?.length === 1);
  if (!asked) throw new Error('The year has no such change.');
  await findInHistory(ticketOf(asked));
  await expectHistory([asked]);
  await keys.tabTo(page.getByRole('link', { name: `Open the entry of ${timeOf(asked.createdAt)}` }));
  await keys.enter();
  const entry = page.getByRole('dialog', { name: /^Change of/ });
  await expect(entry).toContainText('The provider may or may not have applied this.');
  await expect(entry).toContainText(asked.actorName);
  seen();
});

test('which changes did this person make that day?', async () => {
  const expected = newestGroup(rows, ({ actorId, createdAt }) => `${actorId} ${dayOf(createdAt)}`, 5);
  const [{ actorName, createdAt } = { actorName: '', createdAt: new Date(0) }] = expected;
  await openFilter();
  await filterBy(actorName, new RegExp(`^Who: ${actorName}`));
  await filterBy(dayOf(createdAt), `Time: ${dayOf(createdAt)}`);
  await expectHistory(expected);
  seen();
});

test('which batch changed this number, and who started it?', async () => {
  const ofNumber = [...Map.groupBy(rows, ({ number }) => number).values()];
  const changes = ofNumber.find((each) => each.length > 3 && each.at(-1)?.batchId) ?? [];
  const last = changes.at(-1);
  if (!last) throw new Error('The year has no such number.');
  const others = rows.filter(({ batchId }) => batchId === last.batchId);
  await findInHistory(last.number);
  await expectHistory(changes.toReversed());
  await keys.tabTo(page.getByRole('link', { name: /^The batch of which this is line/ }).first());
  await keys.enter();
  await expect(page).toHaveURL(`${running.origin}/batches/${last.batchId}`);
  await expect(page.getByRole('main')).toContainText(last.actorName);
  await expect(page.getByRole('progressbar')).toHaveAttribute(
    'aria-valuetext',
    new RegExp(` of ${others.length}\\b`),
  );
  seen();
});

test('which failures of that day share this code?', async () => {
  const refused = rows.filter(({ state, code }) => state === 'refused' && code?.includes('.'));
  const expected = newestGroup(refused, ({ code, createdAt }) => `${code} ${dayOf(createdAt)}`, 2);
  const [{ code, createdAt } = { code: '', createdAt: new Date(0) }] = expected;
  await findInHistory(code ?? '');
  await openFilter();
  await filterBy(dayOf(createdAt), `Time: ${dayOf(createdAt)}`);
  await expectHistory(expected);
  seen();
});

test('what changed today?', async () => {
  await openFilter();
  await filterBy('today', /^Today$/);
  const today = dayOf(new Date());
  await expectHistory(newestFirst(({ createdAt }) => dayOf(createdAt) === today));
  seen();
});

test('the year is as large as the story says', () => {
  expect(rows.length).toBeGreaterThanOrEqual(50_000);
  expect(new Set(rows.map(({ actorId }) => actorId)).size).toBe(12);
  expect(new Set(rows.map(({ appId }) => appId)).size).toBe(3);
  expect(linesOf(rows).size).toBeGreaterThan(1_000);
});
