import { expect, test } from '#e2e/fixtures.ts';
import { arrivalsOf, confirmOf, expectResult, mainLine, reviewBinding } from '#e2e/steps/bind-steps.ts';
import {
  newUrl,
  oldUrl,
  openEntry,
  questionOf,
  replaceUrl,
  restoreIn,
  rowsOf,
} from '#e2e/steps/restore-steps.ts';

// Putting a number back the way it was: from a row, from the drawer, and back again; asked like any other change.

test('from a row: the form’s question, the stored bytes, a row that names the restored one, and Undo', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586071001';
  await replaceUrl(page, running.origin, number);
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/_next/static/') && response.url().includes('.js'))
      scripts.push(await response.text().catch(() => ''));
  });
  const rows = await rowsOf(page, running.origin, number);
  await page.waitForLoadState('networkidle');
  const dialogCode = () => scripts.some((text) => text.includes('review-already-set'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(dialogCode()).toBe(false);

  await restoreIn(rows.last()).click();
  const dialog = await questionOf(page);
  await expect.poll(dialogCode).toBe(true);
  await expect(dialog.getByRole('deletion')).toHaveText(newUrl);
  await expect(dialog.getByRole('insertion')).toHaveText(oldUrl);
  await expect(dialog).toContainText(/Last set by .+, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, bound/);
  await expect(dialog).toContainText(/The URL to put back was set by .+, \d{4}-/);
  await expect(dialog.getByRole('button', { name: 'Keep current' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(restoreIn(rows.last())).toBeFocused();
  expect(await arrivalsOf(running, number)).toHaveLength(2);

  await restoreIn(rows.last()).click();
  await dialog.getByRole('textbox', { name: 'Reason or ticket' }).fill('OPS-31');
  await dialog.getByRole('button', { name: 'Replace binding' }).dblclick();
  const result = await expectResult(page, 'Bound');
  await expect(result.getByRole('heading', { name: 'Bound' })).toBeFocused();
  const bodies = (await arrivalsOf(running, number)).map(({ bodyBase64 }) => bodyBase64);
  expect(bodies).toHaveLength(3);
  expect(bodies[2]).toBe(bodies[0]);
  const [, , arrival] = await arrivalsOf(running, number);
  await expect(result).toContainText(arrival?.requestId ?? 'no RequestId');
  await expect(result.getByRole('button', { name: 'Bind another' })).toHaveCount(0);
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('Restore');

  await result.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: /^Put back the earlier binding of/ });
  await expect(undo.getByRole('insertion')).toHaveText(newUrl);
  await undo.getByRole('button', { name: 'Put back' }).click();
  await expect(await expectResult(page, 'Undone')).toContainText(`Is now${newUrl}`);
  expect(await running.simulator.control.boundUrl(mainLine, number)).toBe(newUrl);
  await expect(rows).toHaveCount(4);

  const drawer = await openEntry(page, rows.nth(1));
  await expect(drawer).toContainText('OPS-31');
  await drawer.getByRole('link', { name: 'The change whose URL this one puts back' }).click();
  await expect(drawer.getByRole('insertion')).toHaveText(oldUrl);
  await expect(drawer.getByRole('link', { name: 'A change that puts this URL back' })).toHaveCount(1);
});

test('from the drawer: what it set, or what was there before; not what the number has', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586071002';
  await replaceUrl(page, running.origin, number);
  const rows = await rowsOf(page, running.origin, number);
  const drawer = await openEntry(page, rows.first());
  await expect(restoreIn(drawer)).toHaveAttribute('aria-disabled', 'true');
  await expect(restoreIn(drawer)).toHaveAccessibleDescription(/^Already set: the number has it now/);
  await restoreIn(drawer).click({ force: true });
  await expect(page.getByRole('dialog', { name: /^Put this URL back on/ })).toHaveCount(0);

  const before = drawer.getByRole('button', { name: 'Put back what was there before' });
  await before.click();
  const dialog = await questionOf(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(drawer).toBeVisible();
  await expect(before).toBeFocused();
  await before.click();
  await expect(dialog.getByRole('insertion')).toHaveText(oldUrl);
  await dialog.getByRole('button', { name: 'Replace binding' }).click();
  const result = drawer.getByRole('region', { name: 'Result' });
  await expect(result.getByRole('heading', { name: 'Bound' })).toBeFocused();
  await expect(result).toContainText(oldUrl.slice(-12));
  await expect(restoreIn(drawer)).not.toHaveAttribute('aria-disabled', 'true');
  await expect(before).toHaveAttribute('aria-disabled', 'true');
  await expect(result.getByRole('button', { name: 'Undo' })).toBeVisible();
  await result.getByRole('link', { name: 'View in history' }).click();
  await expect(page.getByRole('article')).toContainText('Restore');
  await expect(
    page.getByRole('article').getByRole('link', { name: 'The change whose URL this one puts back' }),
  ).toBeVisible();
  expect(await arrivalsOf(running, number)).toHaveLength(3);
});

test('a row of what the number has already asks, and has nothing to confirm', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586071003';
  await replaceUrl(page, running.origin, number);
  const rows = await rowsOf(page, running.origin, number);
  await restoreIn(rows.first()).click();
  const dialog = await questionOf(page);
  await expect(dialog).toContainText('Already set: nothing will change');
  const confirm = dialog.getByRole('button', { name: 'Replace binding' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await expect(confirm).toHaveAccessibleDescription(/^Already set: nothing will change/);
  await confirm.click({ force: true });
  await dialog.getByRole('button', { name: 'Keep current' }).click();
  await expect(dialog).toBeHidden();
  expect(await arrivalsOf(running, number)).toHaveLength(2);
});

test('two admins: the slower one sees three values, and nothing of theirs was sent', async ({
  adminPage: page,
  colleaguePage,
  console: running,
}) => {
  const number = '0086075586071004';
  const theirs = 'https://restore.acme.com/third';
  await replaceUrl(page, running.origin, number);
  const rows = await rowsOf(page, running.origin, number);
  await restoreIn(rows.last()).click();
  const mine = await questionOf(page);
  await confirmOf(await reviewBinding(colleaguePage, running.origin, { number, url: theirs })).click();
  await expectResult(colleaguePage, 'Bound');

  await mine.getByRole('button', { name: 'Replace binding' }).click();
  const conflict = page.getByRole('dialog', { name: /^Changed meanwhile/ });
  await expect(conflict.getByRole('alert')).toContainText(/^Changed by .+Nothing was sent\./);
  const shownAs = (name: string) => conflict.getByRole('term').filter({ hasText: name }).locator('+ dd');
  await expect(shownAs('When you opened this')).toHaveText(newUrl);
  await expect(shownAs('Theirs, now')).toHaveText(theirs);
  await expect(shownAs('Yours')).toHaveText(oldUrl);
  await expect(conflict.getByRole('button', { name: 'Keep current' })).toBeFocused();
  expect(await arrivalsOf(running, number)).toHaveLength(3);
  await conflict.getByRole('button', { name: 'Replace binding' }).click();
  await expectResult(page, 'Bound');
  expect(await running.simulator.control.boundUrl(mainLine, number)).toBe(oldUrl);
});

test('by keyboard alone, Enter twice sends nothing or once, and a reload while it is sent sends no more', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586071005';
  await replaceUrl(page, running.origin, number);
  await running.simulator.control.addFault({ when: { number }, fault: { kind: 'latency', ms: 2000 } });
  const rows = await rowsOf(page, running.origin, number);
  await rows
    .last()
    .getByRole('link', { name: /^Open the entry of/ })
    .focus();
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await restoreIn(rows.last()).evaluate((button) => button === document.activeElement)) break;
  }
  await expect(restoreIn(rows.last())).toBeFocused();
  await page.keyboard.press('Enter');
  await questionOf(page);
  await page.keyboard.press('Enter');
  await expect(restoreIn(rows.last())).toBeFocused();
  expect(await arrivalsOf(running, number)).toHaveLength(2);

  await page.keyboard.press('Enter');
  await questionOf(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => arrivalsOf(running, number)).toHaveLength(3);
  await page.reload();
  await restoreIn(rows.last()).click();
  const again = await questionOf(page);
  await expect(again).toContainText(/is changing this number right now|Already set: nothing will change/);
  await again.getByRole('button', { name: 'Keep current' }).click();
  await expect(rows.first()).toContainText('Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(3);
});

test('when the answer is lost on its way to the browser, confirming again finds the first result', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586071006';
  await replaceUrl(page, running.origin, number);
  const rows = await rowsOf(page, running.origin, number);
  await restoreIn(rows.last()).click();
  const dialog = await questionOf(page);
  await page.route('**/history?*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await dialog.getByRole('button', { name: 'Replace binding' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The console did not answer.');
  expect(await arrivalsOf(running, number)).toHaveLength(3);
  await page.unroute('**/history?*');
  await dialog.getByRole('button', { name: 'Replace binding' }).click();
  const result = await expectResult(page, 'Bound');
  const [, , arrival, ...more] = await arrivalsOf(running, number);
  expect(more).toEqual([]);
  await expect(result).toContainText(arrival?.requestId ?? '-');
});

test('what was never in force is not offered in its row, and its entry says why', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586071007';
  await running.simulator.control.addFault({
    when: { number },
    fault: { kind: 'code', applied: false, code: 'OperationDenied.NotInWhiteList' },
  });
  await confirmOf(await reviewBinding(page, running.origin, { number, url: oldUrl })).click();
  await expectResult(page, 'Refused');
  const rows = await rowsOf(page, running.origin, number);
  await expect(restoreIn(rows.first())).toHaveCount(0);
  const drawer = await openEntry(page, rows.first());
  await expect(restoreIn(drawer)).toHaveAttribute('aria-disabled', 'true');
  await expect(restoreIn(drawer)).toHaveAccessibleDescription(/^This change was never in force/);
  await expect(drawer.getByRole('button', { name: 'Put back what was there before' })).toHaveCount(0);
});
