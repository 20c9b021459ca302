import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import {
  address,
  asked,
  busy,
  comparison,
  entries,
  first,
  last,
  now,
  number,
  shown,
  test,
  unknown,
} from '#e2e/data/number-past.ts';
import { expect } from '#e2e/fixtures.ts';

// One number and its past: what it is bound to, and what it was bound to at 14:05.

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
  await expect(page).toHaveURL(/\?at=2026-03-03T06:05Z$/);

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

test('older changes are added below, and the focus goes on to them', async ({
  supportPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}${address(busy)}`);
  await expect(entries(page)).toHaveCount(25);
  const around = page.getByRole('region', { name: 'Related' });
  // Counted after the page is there, so from here on the page runs.
  const others = around.getByRole('link', { name: '2 other numbers were last set to ivr.acme.com' });
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
  const complaints = listenForConsoleErrors(page);
  const ids = `${first.id},${unknown.id}`;
  await page.goto(`${running.origin}${address(number)}?at=2026-03-03T06:05Z&compare=${ids}`);
  await expect(comparison(page).getByRole('table')).toBeVisible();
  await expectForEveryone(page, 'a number, compared and asked about');
  await page.goto(`${running.origin}${address(busy)}?compare=nonsense`);
  await expect(entries(page)).toHaveCount(25);
  await expectForEveryone(page, 'a number with a long past');
  expect(complaints).toEqual([]);
});
