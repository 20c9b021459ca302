import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { testOver } from '#e2e/data/past-console.ts';
import { pastBinding } from '#e2e/data/seed-bindings.ts';
import { expect } from '#e2e/fixtures.ts';
import { fieldsOf, mainLine } from '#e2e/steps/bind-steps.ts';
import type { Console } from '#lib/testing/console.ts';

// An app with more numbers than the bind form has from the start, and one with few.

const sales = '1400000001';
const overdue = '008601086061005';
const oldest = '0086075586010000';
const ofSales = '008602160001001';
const bound = Array.from({ length: 120 }, (_, turn) =>
  pastBinding(new Date(Date.UTC(2026, 0, 1, 0, turn)).toISOString(), {
    number: `00860755860${10_000 + turn}`,
    callbackUrl: `https://ivr.acme.com/flow/${turn}`,
  }),
);
const test = testOver([...bound, pastBinding('2026-02-01T00:00:00Z', { number: ofSales, appId: sales })]);

const askedAt = '/api/bindings/suggestions/numbers';
const known = (page: Page) => page.getByText('Known numbers of this app');
const suggested = (page: Page, number: string) => page.getByRole('button').filter({ hasText: number });

/** Opens the form and its list of known numbers. */
async function openKnown(page: Page, { origin }: Console, app: string) {
  await page.goto(`${origin}/bind`);
  const fields = fieldsOf(page);
  await fields.app.selectOption(app);
  await fields.number.focus();
  await known(page).click();
  return fields;
}

test('a number that was never bound is found by typing it in any format; nothing moves, and old questions are dropped', async ({
  adminPage: page,
  console: running,
}) => {
  const lines = [{ Number: overdue, State: 2, CallOutSkillGroupIds: [] }];
  await running.simulator.control.setListing({ sdkAppId: mainLine, lines });
  await page.goto(`${running.origin}/numbers`);
  await page.getByRole('button', { name: 'Refresh list' }).click();
  await expect(page.getByText(/Main line: last read .*, 1 number/)).toBeVisible();

  const { number, url } = await openKnown(page, running, mainLine);
  await expect(suggested(page, '0086075586010119')).toBeVisible();
  await expect(suggested(page, overdue)).toHaveCount(0);
  const answers = Promise.withResolvers<void>();
  await page.route(`**${askedAt}?**`, async (route) => {
    await answers.promise;
    // One that was dropped meanwhile cannot go on.
    await route.continue().catch(() => null);
  });
  const asked = page.waitForRequest((request) => request.url().includes(askedAt));
  await number.fill('(010) 8606-1');
  const first = await asked;
  const dropped = page.waitForEvent('requestfailed', (request) => request === first);
  await number.fill('+86 10 8606-1005');
  await dropped;
  await expect(page.getByText('Will be sent as')).toBeVisible();
  await expect(page.getByRole('listitem').getByText('Loading…')).toBeVisible();
  const before = await url.boundingBox();
  answers.resolve();
  await expect(suggested(page, overdue)).toContainText('Overdue');
  await expect(suggested(page, overdue)).toContainText('Never set here');
  expect(await url.boundingBox()).toEqual(before);
  await expectForEveryone(page, 'bind, a known number that was looked for');
  await suggested(page, overdue).click();
  await expect(number).toHaveValue(overdue);
  await expect(number).toBeFocused();
});

test('a number bound long ago is found, and one that is not known is told as such', async ({
  adminPage: page,
  console: running,
}) => {
  const { number } = await openKnown(page, running, mainLine);
  await number.fill('8601 0000');
  await expect(suggested(page, oldest)).toContainText('https://ivr.acme.com/flow/0');
  await number.fill('8601 99999');
  await expect(page.getByText('No known number of this app has these digits.')).toBeVisible();
  await page.route(`**${askedAt}?**`, (route) =>
    route.fulfill({ status: 403, json: { problem: { code: 'forbidden' } } }),
  );
  await number.fill('8601 88888');
  await expect(page.getByText('The other known numbers could not be read.')).toBeVisible();
});

test('of an app with few numbers nothing is asked', async ({ adminPage: page, console: running }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes(askedAt)) asked.push(new URL(request.url()).searchParams.get('app') ?? '');
  });
  const { app, number } = await openKnown(page, running, sales);
  await number.fill('+86 21 6000 1001');
  await expect(suggested(page, ofSales)).toBeVisible();
  await number.fill('+86 21 6000 1009');
  await expect(suggested(page, ofSales)).toBeVisible();
  await app.selectOption(mainLine);
  await expect(page.getByText('No known number of this app has these digits.')).toBeVisible();
  expect(asked).toEqual([mainLine]);
});
