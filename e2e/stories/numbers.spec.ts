import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { pressShortcut } from '#e2e/keys.ts';
import {
  bindNumber,
  confirmOf,
  expectResult,
  fieldsOf,
  mainLine,
  reviewBinding,
} from '#e2e/steps/bind-steps.ts';
import { admin, type Console } from '#lib/testing/console.ts';

// The board: what is known of every number, who uses a host, and the provider's own list beside it.

test.describe.configure({ timeout: 180_000 });

// A number of Beijing's stands before those of other stories, which share the board.
const lines = {
  set: '008601086061001',
  unknown: '008601086061002',
  secret: '008601086061003',
  listed: '008601086061004',
  overdue: '008601086061005',
  strange: '008601086061006',
};

const rowOf = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number });
const searchOf = (page: Page) => page.getByRole('searchbox', { name: 'Search numbers' });
const listOf = (page: Page) => page.getByRole('region', { name: 'Provider’s list' });
const chipsOf = (page: Page) => page.getByRole('list', { name: 'Active filters' });

const lineOf = (number: string, state: number) => ({
  Number: number,
  State: state,
  CallOutSkillGroupIds: [],
});
const listing = (shown: { Number: string }[]) => ({ sdkAppId: mainLine, lines: shown });
const provided = [
  lineOf(lines.set, 1),
  lineOf(lines.unknown, 1),
  lineOf(lines.listed, 1),
  lineOf(lines.overdue, 2),
  lineOf(lines.strange, 9),
];

/** A number that is set, one whose outcome is unknown, and one whose URL holds a secret. */
async function lay(page: Page, { origin, simulator }: Console): Promise<void> {
  await bindNumber(page, origin, { number: lines.set, url: 'https://board.acme.com/in' });
  await bindNumber(page, origin, { number: lines.unknown, url: 'https://board.acme.com/old' });
  await bindNumber(page, origin, { number: lines.secret, url: 'https://secret.acme.com/in?token=abc123' });
  await simulator.control.addFault({
    when: { number: lines.unknown },
    fault: { kind: 'reset', applied: true },
  });
  const dialog = await reviewBinding(page, origin, {
    number: lines.unknown,
    url: 'https://other.acme.com/new',
  });
  await confirmOf(dialog).click();
  await expectResult(page, 'Outcome unknown');
}

test.beforeAll(async ({ console: running, browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, running.origin, admin);
  await lay(page, running);
  await page.context().close();
});

test('each number has one line with what is known of it; support sees no secret and refreshes nothing', async ({
  adminPage: page,
  supportPage,
  console: { origin },
}) => {
  const complaints = listenForConsoleErrors(page);
  await page.goto(`${origin}/bind`);
  await page.getByRole('link', { name: 'Numbers', exact: true }).click();
  await page.waitForURL('**/numbers');
  await expect(rowOf(page, lines.set)).toContainText('Set here');
  await expect(rowOf(page, lines.set)).toContainText('https://board.acme.com/in');
  await expect(rowOf(page, lines.set)).toContainText('Main line');
  await expect(rowOf(page, lines.unknown)).toContainText('Outcome unknown');
  await expect(rowOf(page, lines.unknown)).toContainText('https://board.acme.com/old');
  await expect(rowOf(page, lines.unknown)).toContainText('perhaps now');
  await expect(rowOf(page, lines.unknown)).toContainText('https://other.acme.com/new');
  await expect(rowOf(page, lines.secret)).toContainText('token=***');
  await expect(page.getByText('abc123')).toHaveCount(0);
  await expect(rowOf(page, lines.secret).getByRole('link').filter({ hasText: lines.secret })).toHaveAttribute(
    'href',
    `/numbers/${mainLine}/${lines.secret}`,
  );
  await expectForEveryone(page, 'numbers');

  await supportPage.goto(`${origin}/numbers`);
  await expect(rowOf(supportPage, lines.secret)).toContainText('token=***');
  await expect(supportPage.getByText('abc123')).toHaveCount(0);
  await expect(supportPage.getByRole('button', { name: 'Refresh list' })).toHaveCount(0);
  await searchOf(supportPage).fill('token=abc');
  await expect(supportPage.getByRole('heading', { name: 'No number matches' })).toBeVisible();
  await expectForEveryone(supportPage, 'numbers, no match');
  expect(complaints).toEqual([]);
});

test('a host typed into the search finds every number that uses it, and a row leads to the others', async ({
  supportPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/numbers?colour=red`);
  const notice = page.getByRole('status').filter({ hasText: 'was not understood' });
  await expect(notice).toContainText('colour');
  await notice.getByRole('button', { name: 'Remove it from the address' }).click();
  await expect(page).toHaveURL(`${origin}/numbers`);

  await searchOf(page).fill('BOARD.acme.com');
  await expect(page.getByRole('status').filter({ hasText: '2 numbers' })).toBeVisible();
  await searchOf(page).fill('other.acme.com');
  await expect(page.getByRole('status').filter({ hasText: '1 number' })).toBeVisible();
  await expect(rowOf(page, lines.unknown)).toBeVisible();
  await searchOf(page).fill('+86 10 8606-1001');
  await expect(page.getByRole('status').filter({ hasText: '1 number' })).toBeVisible();

  await page.getByRole('link', { name: 'Who else uses this host: board.acme.com' }).click();
  await expect(page).toHaveURL(/host=board\.acme\.com$/);
  await expect(chipsOf(page)).toContainText('Host: board.acme.com');
  await expect(rowOf(page, lines.set)).toBeVisible();
  await expect(rowOf(page, lines.unknown)).toBeVisible();
  await page.getByRole('button', { name: 'Knowledge' }).click();
  await page.getByRole('checkbox', { name: 'Outcome unknown' }).check();
  await expect(rowOf(page, lines.set)).toHaveCount(0);
  await expectForEveryone(page, 'numbers, filter open');
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect(rowOf(page, lines.set)).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(`${origin}/numbers`);

  await page.getByRole('button', { name: 'Host' }).click();
  await page.getByRole('searchbox', { name: 'Find a host' }).fill('secret');
  await page.getByRole('checkbox', { name: 'secret.acme.com (1)' }).click();
  await expect(rowOf(page, lines.secret)).toBeVisible();
  await expect(rowOf(page, lines.set)).toHaveCount(0);
  await expectForEveryone(page, 'numbers, host filter open');
});

test('grouped by host, a host opens to its URLs and their numbers', async ({
  supportPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/numbers`);
  await page.getByRole('link', { name: 'By host' }).click();
  await expect(page).toHaveURL(`${origin}/numbers?group=host`);
  const hosts = page.getByRole('list', { name: 'Hosts that numbers were last set to' });
  await hosts.getByText('board.acme.com').click();
  await expect(hosts.getByRole('listitem').filter({ hasText: 'board.acme.com' }).first()).toContainText(
    '2 numbers · 2 URLs',
  );
  await expect(hosts.getByRole('link').filter({ hasText: lines.set })).toHaveAttribute(
    'href',
    `/numbers/${mainLine}/${lines.set}`,
  );
  await expectForEveryone(page, 'numbers by host');
  await hosts.getByText('secret.acme.com', { exact: true }).click();
  await expect(hosts.getByText('https://secret.acme.com/in?token=***').first()).toBeAttached();
  await page.reload();
  await expect(hosts.getByText('board.acme.com')).toBeVisible();
  await hosts.getByText('board.acme.com').click();
  await hosts.getByRole('link', { name: 'Show as a list: board.acme.com' }).click();
  await expect(page).toHaveURL(/\/numbers\?host=board\.acme\.com$/);
  await expect(rowOf(page, lines.set)).toBeVisible();
});

test('the provider’s list is read on demand: states, age, what it lacks, and why it could not be read', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  const { control } = running.simulator;
  const refresh = page.getByRole('button', { name: 'Refresh list' });
  await control.setListing(listing(provided));
  await page.goto(`${running.origin}/numbers`);
  await supportPage.goto(`${running.origin}/numbers`);
  await expect(listOf(page)).toContainText('Main line: not read yet');
  await refresh.click();
  await expect(listOf(page)).toContainText(/Main line: last read .* by .*, 5 numbers/);
  await expect(listOf(page)).toContainText(/Sales: last read .*, 10 numbers/);
  await expect(rowOf(page, lines.listed)).toContainText('Never set here');
  await expect(rowOf(page, lines.overdue)).toContainText('Overdue');
  await expect(rowOf(page, lines.strange)).toContainText('State 9');
  await expect(rowOf(page, lines.set)).toContainText('Normal');
  await expect(rowOf(page, lines.secret)).toContainText('Not in the list');
  // An open board looks for itself every ten seconds.
  await expect(rowOf(supportPage, lines.overdue)).toBeVisible({ timeout: 20_000 });
  await expectForEveryone(page, 'numbers, states');

  await page.getByRole('button', { name: 'Provider state' }).click();
  await page.getByRole('checkbox', { name: 'Not in the list' }).check();
  await expect(rowOf(page, lines.set)).toHaveCount(0);
  await expect(rowOf(page, lines.secret)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear all' }).click();

  await control.setListing(listing(provided.filter((line) => line.Number !== lines.listed)));
  await control.addFault({
    when: { action: 'DescribeNumbers' },
    times: 2,
    fault: {
      kind: 'code',
      applied: false,
      code: 'UnauthorizedOperation.CamNoAuth',
      message: 'you are not authorized',
    },
  });
  await refresh.click();
  const failure = page.getByRole('status').filter({ hasText: 'The provider’s list for Main line' });
  await expect(failure).toContainText('ccc:DescribeNumbers');
  await expect(failure).toContainText('you are not authorized');
  await expect(rowOf(page, lines.listed)).toContainText('Normal');
  await expectForEveryone(page, 'numbers, refused list');

  await refresh.click();
  await expect(failure).toHaveCount(0);
  await expect(rowOf(page, lines.listed)).toContainText('Not in the list');

  await page.goto(`${running.origin}/bind`);
  await expect(fieldsOf(page).review).toBeEnabled();
  await fieldsOf(page).app.selectOption(mainLine);
  await fieldsOf(page).number.fill(lines.overdue);
  await page.getByText('Known numbers of this app').click();
  await expect(page.getByRole('button').filter({ hasText: lines.overdue })).toContainText('Overdue');
  await expectForEveryone(page, 'bind, known numbers');
});

test('keys alone: open the board, search it, follow a number', async ({
  supportPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/history`);
  await expect(page.getByRole('searchbox')).toBeVisible();
  await pressShortcut(page, 'g n', page.getByRole('heading', { level: 1, name: 'Numbers' }));
  await page.waitForURL('**/numbers');
  await expect(rowOf(page, lines.set)).toBeVisible();
  await page.locator('body').press('/');
  await expect(searchOf(page)).toBeFocused();
  await page.keyboard.type('8606 1001');
  const link = page.getByRole('link').filter({ hasText: lines.set });
  await expect(link).toHaveCount(1);
  for (let presses = 0; presses < 20; presses += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/numbers/${mainLine}/${lines.set}`);
});
