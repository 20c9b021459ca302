import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import {
  bindNumber,
  confirmOf,
  expectResult,
  fieldsOf,
  openReview,
  reviewBinding,
} from '#e2e/steps/bind-steps.ts';
import { invite, type Person } from '#e2e/steps/people-steps.ts';
import { gzippedBytes, scriptsOf } from '#scripts/bench/scripts-of-page.ts';

// Each page in each of its states: axe finds nothing in light or dark, 360 px is enough, the browser has no complaint.

test.describe.configure({ timeout: 120_000 });

const url = 'https://hooks.acme.com/everyone';

test('pages in front of the console', async ({ adminPage, browser, console: running }) => {
  const eve: Person = {
    name: 'Eve',
    email: 'eve@example.net',
    password: 'words for the tests',
    role: 'support',
  };
  const link = await invite(adminPage, running.origin, eve);
  const page = await (await browser.newContext()).newPage();
  const complaints = listenForConsoleErrors(page);
  await page.goto(`${running.origin}/sign-in`);
  await expectForEveryone(page, 'sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeFocused();
  await expectForEveryone(page, 'sign-in with errors');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Welcome, Eve' })).toBeVisible();
  await expectForEveryone(page, 'invitation');
  await page.goto(`${running.origin}/invitation?token=cut-off`);
  await expectForEveryone(page, 'invitation that does not work');
  await page.goto(`${running.origin}/setup?token=cut-off`);
  await expectForEveryone(page, 'set-up that is done');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the bind page', async ({ adminPage: page, console: running }) => {
  const complaints = listenForConsoleErrors(page);
  const number = '0086075586030001';
  const long = `${url}/${'a-rather-long-part/'.repeat(12)}?key=${'0'.repeat(200)}`;
  await page.goto(`${running.origin}/bind`);
  await expect(fieldsOf(page).review).toBeEnabled();
  await expectForEveryone(page, 'bind, empty');
  await fieldsOf(page).review.click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeFocused();
  await expectForEveryone(page, 'bind, errors');
  const dialog = await reviewBinding(page, running.origin, { number, url: long, reason: 'OPS-21' });
  await expectForEveryone(page, 'bind, first question');
  await confirmOf(dialog).click();
  await expectResult(page, 'Bound');
  await expectForEveryone(page, 'bind, bound');
  await reviewBinding(page, running.origin, { number, url });
  await expectForEveryone(page, 'bind, replacement');
  await page.keyboard.press('Escape');
  await running.simulator.control.addFault({ when: { number }, fault: { kind: 'reset', applied: true } });
  await confirmOf(await openReview(page)).click();
  await expectResult(page, 'Outcome unknown');
  await expectForEveryone(page, 'bind, unknown');
  await fieldsOf(page).number.fill('755 8601 3388');
  await expect(page.getByRole('group', { name: 'Which number do you mean?' })).toBeVisible();
  await expectForEveryone(page, 'bind, which number');
  expect(complaints).toEqual([]);
});

test('history', async ({ adminPage: page, console: running }) => {
  const complaints = listenForConsoleErrors(page);
  const result = await bindNumber(page, running.origin, { number: '0086075586030002', url });
  const entry = (await result.getByRole('link', { name: 'View in history' }).getAttribute('href')) ?? '';
  await page.goto(`${running.origin}/history`);
  await expect(page.getByRole('link', { name: /^Open the entry of/ }).first()).toBeVisible();
  await expectForEveryone(page, 'history, rows');
  await page.getByRole('button', { name: 'Outcome' }).click();
  await page.getByRole('checkbox', { name: 'Bound' }).check();
  await expectForEveryone(page, 'history, filter open');
  await page.keyboard.press('Escape');
  await page
    .getByRole('link', { name: /^Open the entry of/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Related' })).toBeVisible();
  await expectForEveryone(page, 'history, drawer');
  await page.goto(`${running.origin}/history?q=nobody-has-this&colour=red`);
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  await expectForEveryone(page, 'history, no match');
  await page.goto(`${running.origin}${entry}`);
  await expect(page.getByRole('heading', { name: 'Related' })).toBeVisible();
  await expectForEveryone(page, 'an entry');
  expect(complaints).toEqual([]);
});

test('people and the pages that only say something', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  const complaints = [listenForConsoleErrors(page), listenForConsoleErrors(supportPage)];
  await page.goto(`${running.origin}/people`);
  await expect(page.getByRole('row', { name: /Sam Support/ })).toBeVisible();
  await expectForEveryone(page, 'people');
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add and make link' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeFocused();
  await expectForEveryone(page, 'adding a person, errors');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Disable: Sam Support' }).click();
  await expectForEveryone(page, 'disabling a person');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectForEveryone(page, 'shortcuts');
  await page.goto(`${running.origin}/nowhere`);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expectForEveryone(page, 'not found');
  await supportPage.goto(`${running.origin}/bind`);
  await expect(supportPage.getByRole('heading', { name: 'Your role can’t open this page' })).toBeVisible();
  await expectForEveryone(supportPage, 'forbidden');
  expect(complaints.flat()).toEqual([]);
});

test('who asks for less motion gets none', async ({ adminPage: page, console: running }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const dialog = await reviewBinding(page, running.origin, { number: '0086075586030003', url });
  await expect(dialog).toHaveCSS('animation-name', 'none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(dialog).toHaveCSS('animation-name', 'enter');
});

// kB (1000 bytes) of JavaScript, gzip, that a page's document names. A little above what they are, so that a part of 3 kB
// which comes with the page without need is seen here. `npm run bench:pages` tells how the figures come about.
const firstLoads = {
  '/sign-in': 152.5,
  '/': 195.5,
  '/bind': 186.5,
  '/history': 204.3,
  '/numbers': 193.4,
  '/batches': 176.2,
  '/batches/new': 191,
  '/people': 163.5,
  '/audit-log': 168.5,
  '/connection': 163.5,
  '/account': 165.5,
};

test('no page loads more at first than it may', async ({ adminPage, playwright, console: { origin } }) => {
  const stranger = await playwright.request.newContext();
  const sizes = new Map<string, Promise<number>>();
  const sizeOf = async (script: string) =>
    gzippedBytes(await (await stranger.get(`${origin}${script}`)).body());
  const tooMuch: string[] = [];
  for (const [path, limit] of Object.entries(firstLoads)) {
    const visitor = path === '/sign-in' ? stranger : adminPage.request;
    const scripts = scriptsOf(await (await visitor.get(`${origin}${path}`)).text());
    expect(scripts.length, path).toBeGreaterThan(5);
    for (const script of scripts) if (!sizes.has(script)) sizes.set(script, sizeOf(script));
    const bytes = await Promise.all(scripts.map((script) => sizes.get(script) ?? 0));
    const kilobytes = bytes.reduce((sum, each) => sum + each, 0) / 1000;
    if (kilobytes > limit) tooMuch.push(`${path}: ${kilobytes.toFixed(1)} kB, limit ${limit}`);
  }
  await stranger.dispose();
  expect(tooMuch).toEqual([]);
});
