import type { Page } from 'playwright/test';
import { expect, test } from '#e2e/fixtures.ts';
import {
  arrivalsOf,
  confirmOf,
  expectResult,
  fieldsOf,
  fillBind,
  openReview,
  reviewBinding,
} from '#e2e/steps/bind-steps.ts';

// However often somebody presses: one wanted change reaches the provider once, and its first result is found.

const url = 'https://hooks.acme.com/once';
const unanswered = 'Your last try got no answer back.';

test('a double click on the button sends once', async ({ adminPage: page, console: running }) => {
  const number = '0086075586023001';
  await confirmOf(await reviewBinding(page, running.origin, { number, url })).dblclick();
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(1);
});

test('Enter twice in the form sends nothing, Enter twice on the button sends once', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586023002';
  await running.simulator.control.addFault({ when: { number }, fault: { kind: 'latency', ms: 500 } });
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number, url });
  await fieldsOf(page).url.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  // The second Enter either found the form busy or answered the question with its safe button.
  await expect(async () => {
    if (!(await dialog.isVisible())) await fieldsOf(page).review.click({ timeout: 1000 });
    await expect(confirmOf(dialog)).toBeVisible({ timeout: 2000 });
  }).toPass();
  expect(await arrivalsOf(running, number)).toEqual([]);

  await confirmOf(dialog).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(1);
});

test('the same form in a copied tab finds the first result', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586023003';
  await running.simulator.control.addFault({ when: { number }, fault: { kind: 'latency', ms: 500 } });
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number, url });
  const [copy] = await Promise.all([
    page.waitForEvent('popup'),
    // A tab that its page opens takes the storage of the session along, as duplicating a tab does.
    page.evaluate(() => void window.open('/bind')),
  ]);
  await expect(fieldsOf(copy).number).toHaveValue(number);
  const dialogs = [await openReview(page), await openReview(copy)] as const;
  await Promise.all(dialogs.map((dialog) => confirmOf(dialog).click()));
  await Promise.all([expectResult(page, 'Bound'), expectResult(copy, 'Bound')]);
  expect(await arrivalsOf(running, number)).toHaveLength(1);
});

test('two tabs of their own do not both send the same change', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586023004';
  const other = await page.context().newPage();
  const first = await reviewBinding(page, running.origin, { number, url });
  const second = await reviewBinding(other, running.origin, { number, url });
  await confirmOf(first).click();
  await expectResult(page, 'Bound');
  await confirmOf(second).click();
  await expect(second).toContainText(/Nothing was sent|Already set: nothing will change/);
  expect(await arrivalsOf(running, number)).toHaveLength(1);
});

/** Confirms a binding whose answer takes a while, and gives back once its request has reached the provider. */
async function confirmSlowly(page: Page, number: string, running: Parameters<typeof arrivalsOf>[0]) {
  await running.simulator.control.addFault({ when: { number }, fault: { kind: 'latency', ms: 1500 } });
  await confirmOf(await openReview(page)).click();
  await expect.poll(() => arrivalsOf(running, number)).toHaveLength(1);
}

test('Back while it is being sent, then the same again, finds the first result', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586023005';
  await page.goto(`${running.origin}/history`);
  await page.getByRole('link', { name: 'Bind', exact: true }).click();
  await fillBind(page, { number, url });
  await confirmSlowly(page, number, running);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await page.goForward();
  await expect(fieldsOf(page).number).toHaveValue(number);
  const dialog = await openReview(page);
  await expect(dialog).toContainText(unanswered);
  await confirmOf(dialog).click();
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(1);
});

test('a reload while it is being sent keeps the form, and the same again finds the first result', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586023006';
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number, url, reason: 'OPS-19' });
  await confirmSlowly(page, number, running);
  await page.reload();
  const fields = fieldsOf(page);
  await expect(fields.number).toHaveValue(number);
  await expect(fields.url).toHaveValue(url);
  await expect(fields.reason).toHaveValue('OPS-19');
  const dialog = await openReview(page);
  await expect(dialog).toContainText(unanswered);
  await confirmOf(dialog).click();
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(1);
});

test('when the answer is lost on its way to the browser, the same again finds the first result', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586023007';
  const dialog = await reviewBinding(page, running.origin, { number, url });
  await page.route('**/bind', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await confirmOf(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText('The console did not answer.');
  expect(await arrivalsOf(running, number)).toHaveLength(1);
  await page.unroute('**/bind');

  await dialog.getByRole('button', { name: 'Keep current' }).click();
  await openReview(page);
  await expect(dialog).toContainText(unanswered);
  await confirmOf(dialog).click();
  const result = await expectResult(page, 'Bound');
  const [arrival, ...more] = await arrivalsOf(running, number);
  expect(more).toEqual([]);
  await expect(result).toContainText(arrival?.requestId ?? '-');
});
