import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { slowDown } from '#e2e/conditions/slow-laptop.ts';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { confirmOf, reviewBinding } from '#e2e/steps/bind-steps.ts';

// New results are offered and move nothing; a shown row changes in its place; whoever wants them live gets them live.

const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
const offerOf = (page: Page): Locator => page.getByRole('button', { name: /^Show \d+ new change/ });
const seedsOf = (host: string, series: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    number: `00860755860${series + n}`,
    url: `https://${host}/in`,
  }));

test('new results are offered within two seconds, and until they are asked for nothing moves', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const host = 'offer.acme.com';
  const [first, second, ...later] = seedsOf(host, 47_001, 5);
  if (!first || !second) throw new Error('unreachable');
  const bindOneMore = await seedHistory(adminPage, running.origin, [first, second]);
  await page.goto(`${running.origin}/history?q=${host}`);
  await expect(rowsOf(page)).toHaveCount(2);
  const placeOf = async (number: string) => (await rowsOf(page).filter({ hasText: number }).boundingBox())?.y;
  const before = await placeOf(first.number);

  for (const [index, seed] of later.entries()) {
    await bindOneMore(seed);
    await expect(offerOf(page)).toHaveText(`${index + 1} new`, { timeout: 2000 });
  }
  expect(await placeOf(first.number)).toBe(before);
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: '2 changes' })).toBeVisible();
  await expectForEveryone(page, 'history, new rows offered');

  await offerOf(page).focus();
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(5);
  await expect(rowsOf(page).first()).toContainText(later.at(-1)?.number ?? '-');
  await expect(
    rowsOf(page)
      .first()
      .getByRole('link', { name: /^Open the entry of/ }),
  ).toBeFocused();
  await expect(offerOf(page)).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: '5 changes' })).toBeVisible();
});

test('a shown row that is under way changes its state where it stands', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const [slow, quick] = seedsOf('in-place.acme.com', 47_011, 2);
  if (!slow || !quick) throw new Error('unreachable');
  await running.simulator.control.addFault({ when: { number: slow.number }, fault: { kind: 'hold' } });
  const dialog = await reviewBinding(adminPage, running.origin, slow);
  await confirmOf(dialog).click();
  await page.goto(`${running.origin}/history?q=in-place.acme.com`);
  await expect(rowsOf(page)).toContainText('Sending');
  const stood = await rowsOf(page).boundingBox();
  await running.simulator.control.release();
  await expect(rowsOf(page)).toContainText('Bound');
  expect(await rowsOf(page).boundingBox()).toEqual(stood);
  await expect(offerOf(page)).toHaveCount(0);
});

test('a row under way is told its end also where a filter no longer finds it', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const [slow] = seedsOf('filtered-away.acme.com', 47_021, 1);
  if (!slow) throw new Error('unreachable');
  await running.simulator.control.addFault({ when: { number: slow.number }, fault: { kind: 'hold' } });
  await confirmOf(await reviewBinding(adminPage, running.origin, slow)).click();
  await page.goto(`${running.origin}/history?q=filtered-away.acme.com&outcome=sending`);
  await expect(rowsOf(page)).toContainText('Sending');
  await running.simulator.control.release();
  await expect(rowsOf(page)).toContainText('Bound');
});

test('on a slow laptop, too, where the change is over before the page is alive', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const [slow] = seedsOf('over-already.acme.com', 47_025, 1);
  if (!slow) throw new Error('unreachable');
  await running.simulator.control.addFault({ when: { number: slow.number }, fault: { kind: 'hold' } });
  await confirmOf(await reviewBinding(adminPage, running.origin, slow)).click();
  await slowDown(page);
  await page.goto(`${running.origin}/history?q=over-already.acme.com&outcome=sending`, {
    waitUntil: 'commit',
  });
  await expect(rowsOf(page)).toContainText('Sending');
  await running.simulator.control.release();
  await expect(rowsOf(page)).toContainText('Bound');
});

test('live mode shows results as they come, steps the older rows back, and can be paused', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const host = 'live.acme.com';
  const seeds = seedsOf(host, 47_031, 5);
  const [first, second, third, fourth, fifth] = seeds;
  if (!first || !second || !third || !fourth || !fifth) throw new Error('unreachable');
  const bindOneMore = await seedHistory(adminPage, running.origin, [first]);
  await page.goto(`${running.origin}/history?q=${host}`);
  await expect(rowsOf(page)).toHaveCount(1);
  const live = page.getByRole('button', { name: 'Live', exact: true });
  await expect(live).toHaveAttribute('aria-pressed', 'false');
  await live.click();
  await expect(live).toHaveAttribute('aria-pressed', 'true');

  await bindOneMore(second);
  await expect(rowsOf(page)).toHaveCount(2, { timeout: 2000 });
  const colourOf = (row: Locator) =>
    row
      .getByRole('link', { name: /^Open the entry of/ })
      .evaluate((link) => getComputedStyle(link).getPropertyValue('color'));
  expect(await colourOf(rowsOf(page).nth(1))).not.toBe(await colourOf(rowsOf(page).nth(0)));
  await expectForEveryone(page, 'history, live');

  await page.getByRole('button', { name: 'Pause' }).click();
  await bindOneMore(third);
  await expect(offerOf(page)).toHaveText('1 new', { timeout: 2000 });
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await bindOneMore(fourth);
  await expect(rowsOf(page)).toHaveCount(4, { timeout: 2000 });
  await live.click();
  await bindOneMore(fifth);
  await expect(offerOf(page)).toHaveText('1 new', { timeout: 2000 });
  await expect(rowsOf(page)).toHaveCount(4);
});

test('what cannot be loaded is said without moving a row', async ({ adminPage: page, console: running }) => {
  const host = 'unmoved.acme.com';
  const [seed] = seedsOf(host, 47_041, 1);
  if (!seed) throw new Error('unreachable');
  await seedHistory(page, running.origin, [seed]);
  await page.goto(`${running.origin}/history?q=${host}`);
  await expect(rowsOf(page)).toHaveCount(1);
  const stood = await rowsOf(page).boundingBox();
  await page.route('**/api/bindings?**', (route) => route.abort());
  await expect(page.getByRole('main').getByRole('alert')).toContainText('History could not be loaded');
  expect(await rowsOf(page).boundingBox()).toEqual(stood);
  await page.unroute('**/api/bindings?**');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  expect(await rowsOf(page).boundingBox()).toEqual(stood);
});
