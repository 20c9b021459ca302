import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { bindNumber, fieldsOf } from '#e2e/bind-steps.ts';
import { listenForComplaints } from '#e2e/complaints.ts';
import { test as base, expect } from '#e2e/fixtures.ts';
import { layPast, pastBinding } from '#e2e/lay-past.ts';
import { serve } from '#e2e/serve.ts';

// One number and its past: what it is bound to, what it was bound to at 14:05, what changed between two changes.
// Browsers are in Asia/Shanghai: 14:05 there is 06:05 UTC.

const number = '0086075586013388';
const busy = '0086075586013399';
const doubtful = '0086075586013400';
const address = (of: string) => `/numbers/1400000000/${of}`;
const ben = { actorId: 'person-ben', actorName: 'Ben Brook', actorEmail: 'ben@acme.com' };
const url = (flow: string) => `https://ivr.acme.com/in/${flow}?lang=zh&token=hush`;
/** As everybody sees it. */
const shown = (flow: string) => url(flow).replace('hush', '***');

const first = pastBinding('2026-02-02T06:00:00Z', { number, callbackUrl: url('a') });
const refused = pastBinding('2026-02-20T06:00:00Z', {
  number,
  callbackUrl: url('b'),
  state: 'refused',
  code: 'OperationDenied',
});
const unknown = pastBinding('2026-03-03T06:00:00Z', {
  number,
  callbackUrl: url('c'),
  state: 'unknown',
  ...ben,
});
const last = pastBinding('2026-03-04T06:00:00Z', {
  number,
  callbackUrl: url('d'),
  reason: 'OPS-1311',
  ...ben,
});
const older = Array.from({ length: 30 }, (_, day) =>
  pastBinding(new Date(Date.UTC(2026, 0, 1 + day)).toISOString(), {
    number: busy,
    callbackUrl: `https://ivr.acme.com/flow/${day}`,
  }),
);
const neighbours = [
  pastBinding('2026-03-01T00:00:00Z', { number: doubtful, callbackUrl: url('a') }),
  pastBinding('2026-03-05T00:00:00Z', { number: doubtful, callbackUrl: url('e'), state: 'unknown', ...ben }),
];

const test = base.extend({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'patchboard-number-'));
      await layPast(dataDir, [first, refused, unknown, last, ...older, ...neighbours]);
      const running = await serve({ dataDir });
      await use(running);
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

const now = (page: Page): Locator => page.getByRole('region', { name: 'Now' });
const asked = (page: Page): Locator => page.getByRole('region', { name: 'What was bound at …?' });
const entries = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' }).getByRole('article');
const comparison = (page: Page): Locator => page.getByRole('region', { name: 'Comparison' });

async function lookUp(page: Page, wallTime: string): Promise<void> {
  await asked(page)
    .getByLabel(/^Date and time/)
    .fill(wallTime);
  await page.keyboard.press('Enter');
}

test('support comes from history, reads the present and the past, and sees no secret', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/history?q=${number}`);
  await page.getByTitle(`Open the page of ${number}`).first().click();
  await expect(page).toHaveURL(`${running.origin}${address(number)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
  await expect(now(page)).toContainText('Set here');
  await expect(now(page).getByRole('status')).toHaveText(
    `Bound to ${shown('d')} since 2026-03-04 14:00:00, set by Ben Brook.`,
  );
  await expect(now(page)).toContainText('changes made elsewhere are not watched');
  await expect(entries(page)).toHaveCount(4);
  await expect(entries(page).nth(0)).toContainText('Bound');
  await expect(entries(page).nth(0)).toContainText('Reason: OPS-1311');
  await expect(entries(page).nth(0)).toContainText('What it was to replace is not certain.');
  await expect(entries(page).nth(1)).toContainText('Unknown');
  await expect(entries(page).nth(2)).toContainText('Refused');
  await expect(entries(page).nth(3)).toContainText('Never set through this console before it.');
  await expect(page.getByText('hush')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Bind this number' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Open the entry of 2026-03-04 14:00:00' }).click();
  await expect(page).toHaveURL(`${running.origin}/history/${last.id}`);
});

test('what was bound at 14:05 on a date: certain, not certain and why, never set, and as an address', async ({
  supportPage: page,
  adminPage,
  console: running,
}) => {
  await page.goto(`${running.origin}${address(number)}`);
  await expect(asked(page).getByLabel('Date and time (UTC+8)')).toBeVisible();
  await asked(page).getByRole('button', { name: 'Look it up' }).click();
  await expect(asked(page)).toContainText('Enter a date and a time.');

  await lookUp(page, '2026-02-21T14:05');
  const answer = asked(page).getByRole('status');
  await expect(answer).toContainText('Certain');
  await expect(answer).toContainText(
    `At 2026-02-21 14:05:00 this number was bound to ${shown('a')}, set by Ada, 2026-02-02 14:00:00.`,
  );
  await expect(answer.getByRole('link', { name: 'Open the entry' })).toHaveAttribute(
    'href',
    `/history/${first.id}`,
  );
  await lookUp(page, '2026-03-03T14:05');
  await expect(answer).toContainText('Not certain at 2026-03-03 14:05:00:');
  await expect(answer).toContainText('Ben Brook’s change to');
  await expect(answer).toContainText('got no clear answer: it may or may not have been applied.');
  await expect(answer.getByRole('link', { name: 'Open the entry' }).first()).toHaveAttribute(
    'href',
    `/history/${unknown.id}`,
  );
  await expect(page).toHaveURL(/\?at=2026-03-03T06:05Z$/);
  await page.goBack();
  await expect(answer).toContainText('Certain');
  await page.goForward();

  await adminPage.goto(page.url());
  await expect(asked(adminPage).getByRole('status')).toContainText(
    `Not certain at 2026-03-03 14:05:00: ${shown('a')} or ${shown('c')}.`,
  );
  await expect(asked(adminPage).getByLabel(/^Date and time/)).toHaveValue('2026-03-03T14:05');
  await lookUp(adminPage, '2020-01-01T00:00');
  await expect(asked(adminPage).getByRole('status')).toContainText('had never been set through this console');
  await lookUp(adminPage, '2099-01-01T00:00');
  await expect(asked(adminPage).getByRole('status')).toContainText('That moment is still to come.');
});

test('two changes are chosen and compared by keyboard, and the address shares the comparison', async ({
  supportPage: page,
  colleaguePage,
  console: running,
}) => {
  await page.goto(`${running.origin}${address(number)}`);
  const pick = (time: string) => page.getByRole('checkbox', { name: `Compare the change of ${time}` });
  await pick('2026-03-04 14:00:00').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 change chosen. Choose another one to compare.')).toBeVisible();
  await page.keyboard.press('Tab');
  while (!(await pick('2026-02-02 14:00:00').evaluate((box) => box === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(new RegExp(`compare=${last.id},${first.id}$`));
  await page.getByRole('button', { name: 'Show comparison' }).focus();
  await page.keyboard.press('Enter');
  await expect(comparison(page).getByRole('heading', { name: 'Comparison' })).toBeFocused();
  const row = (name: string) => comparison(page).getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Callback URL').getByRole('rowheader')).toContainText('differs');
  await expect(row('Callback URL').locator('del')).toHaveText('a');
  await expect(row('Callback URL').locator('ins')).toHaveText('d');
  await expect(row('Outcome').getByRole('rowheader')).toContainText('same');
  await expect(row('Who').getByRole('cell')).toHaveText(['Ada', 'Ben Brook']);
  await expect(row('Reason').getByRole('cell')).toHaveText(['None was given', 'OPS-1311']);

  await colleaguePage.goto(page.url());
  await expect(comparison(colleaguePage).getByRole('table')).toContainText('token=***');
  await expect(colleaguePage.getByText('hush')).toHaveCount(0);
  await expect(colleaguePage.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await colleaguePage.getByRole('button', { name: 'Clear choice' }).last().click();
  await expect(colleaguePage).toHaveURL(`${running.origin}${address(number)}`);
  await expect(colleaguePage.getByRole('heading', { name: 'Timeline' })).toBeFocused();

  await page.goto(`${running.origin}${address(number)}?compare=${last.id},${older[0]?.id}`);
  await expect(page.getByText('One of the changes to compare is not of this number')).toBeVisible();
  await expect(page.getByText('1 change chosen.')).toBeVisible();
  await page.goto(`${running.origin}${address(number)}?compare=nonsense&at=noon&colour=red`);
  await expect(page.getByText('had no effect: colour, compare, at.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove it from the address' }).click();
  await expect(page).toHaveURL(`${running.origin}${address(number)}`);
});

test('older changes are added below, and the focus goes on to them', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}${address(busy)}`);
  await expect(entries(page)).toHaveCount(25);
  const around = page.getByRole('region', { name: 'Related' });
  // Counted after the page is there, so from here on the page runs.
  const others = around.getByRole('link', { name: '2 other numbers point at ivr.acme.com' });
  await expect(others).toHaveAttribute('href', '/numbers?host=ivr.acme.com');
  await expect(around.getByRole('link', { name: 'History of this number' })).toHaveAttribute(
    'href',
    `/history?app=1400000000&number=${busy}`,
  );
  await expect(around.getByRole('link', { name: 'History of ivr.acme.com' })).toHaveAttribute(
    'href',
    '/history?host=ivr.acme.com',
  );
  await page.getByRole('button', { name: 'Show older' }).focus();
  await page.keyboard.press('Enter');
  await expect(entries(page)).toHaveCount(30);
  await expect(entries(page).nth(25).getByRole('link').first()).toBeFocused();
  await expect(page.getByText('this is the first change of this number here')).toBeVisible();
});

test('an admin binds the number from its page, and the open page of a colleague follows', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await supportPage.goto(`${running.origin}${address(doubtful)}`);
  await expect(now(supportPage).getByRole('status')).toContainText('Outcome unknown:');
  await page.goto(`${running.origin}${address(doubtful)}`);
  await page.getByRole('link', { name: 'Bind this number' }).click();
  await expect(fieldsOf(page).number).toHaveValue(doubtful);
  await expect(fieldsOf(page).app).toHaveValue('1400000000');
  await expect(page).toHaveURL(`${running.origin}/bind`);
  await fieldsOf(page).url.fill('https://ivr.acme.com/in/f');
  await page.reload();
  await expect(fieldsOf(page).number).toHaveValue(doubtful);
  await expect(fieldsOf(page).url).toHaveValue('https://ivr.acme.com/in/f');
  await bindNumber(page, running.origin, { number: doubtful, url: 'https://ivr.acme.com/in/f' });
  await expect(now(supportPage).getByRole('status')).toContainText('Bound to https://ivr.acme.com/in/f', {
    timeout: 5000,
  });
  await expect(entries(supportPage)).toHaveCount(3);
});

test('no number without a trace, and no number of another app', async ({
  supportPage: page,
  console: running,
}) => {
  for (const path of [address('0086075586019999'), `/numbers/1499999999/${number}`, '/numbers/x/%25']) {
    const answer = await page.goto(`${running.origin}${path}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is no such number here' })).toBeVisible();
  }
});

test('the page in its states is for everyone', async ({ supportPage: page, console: running }) => {
  const complaints = listenForComplaints(page);
  const ids = `${first.id},${unknown.id}`;
  await page.goto(`${running.origin}${address(number)}?at=2026-03-03T06:05Z&compare=${ids}`);
  await expect(comparison(page).getByRole('table')).toBeVisible();
  await expectForEveryone(page, 'a number, compared and asked about');
  await page.goto(`${running.origin}${address(busy)}?compare=nonsense`);
  await expect(entries(page)).toHaveCount(25);
  await expectForEveryone(page, 'a number with a long past');
  expect(complaints).toEqual([]);
});
